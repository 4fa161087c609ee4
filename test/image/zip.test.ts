import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { readZip } from '../../src/sources/zip.ts';
import { dockerArchive, fileOf, members, scanArchives } from './make-image.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'zip');
const ENV = `VAULT_TOKEN=${TOKEN}\n`;

/** A zip with deflated members and nothing else. */
function makeZip(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const packed = deflateRawSync(body);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(body.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

async function scan(name: string, body: Buffer, opensArchives = true) {
  const archive = fileOf(dockerArchive({ layers: [{ files: [{ name, body }] }] }));
  return scanArchives([archive], { only: ['secrets/vault-service-token'], opensArchives });
}

describe('JARs, wheels and other zips', () => {
  const war = () =>
    makeZip({
      'WEB-INF/lib/app.jar': makeZip({
        'application.properties': ENV,
        'A.class': Buffer.concat([Buffer.from([0xca, 0xfe, 0, 0, 0]), Buffer.from(`x${TOKEN}`)]),
      }),
      'index.html': 'x',
    });

  test('are opened when asked for, also in each other, and texts in classes are seen', async () => {
    const found = members(await scan('opt/shop.war', war()));
    expect(found).toEqual([
      'opt/shop.war!/WEB-INF/lib/app.jar!/A.class',
      'opt/shop.war!/WEB-INF/lib/app.jar!/application.properties',
    ]);
    expect(members(await scan('opt/shop.whl', makeZip({ 'shop/settings.py': `TOKEN = "${TOKEN}"\n` })))).toEqual([
      'opt/shop.whl!/shop/settings.py',
    ]);
  });
  test('are not opened unless asked for', async () => {
    expect(members(await scan('opt/shop.war', war(), false))).toEqual([]);
  });
  test('that are hidden hide what is in them', async () => {
    const layers = [
      { files: [{ name: 'a.jar', body: makeZip({ 'x.env': ENV }) }] },
      { files: [{ name: '.wh.a.jar' }] },
    ];
    const report = await scanArchives([fileOf(dockerArchive({ layers }))], {
      only: ['secrets/vault-service-token'],
      opensArchives: true,
    });
    expect(report.findings[0]!.origin).toMatchObject({ member: 'a.jar!/x.env', hidden: { how: 'deleted' } });
  });
  test('that are broken, encrypted, too deep or bombs are told', async () => {
    const problem = async (name: string, body: Buffer) => (await scan(name, body)).problems[0]?.message;
    expect(await problem('a.jar', Buffer.from('no zip at all'))).toBe('has no directory');
    const good = makeZip({ 'x.env': ENV });
    const at = (bytes: Buffer) => bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const broken = Buffer.from(good);
    broken.writeUInt32LE(0xfffffff0, at(broken) + 42);
    expect(await problem('a.jar', broken)).toBe('is not where the directory says');
    const encrypted = Buffer.from(good);
    encrypted.writeUInt16LE(1, at(encrypted) + 8);
    expect(await problem('a.jar', encrypted)).toBe('is encrypted');
    const lying = Buffer.from(good);
    lying.writeUInt32LE(3, at(lying) + 24);
    expect(await problem('a.jar', lying)).toMatch(/larger than it says/);
    const deep = makeZip({ 'b.zip': makeZip({ 'c.zip': makeZip({ 'd.zip': makeZip({ 'x.env': ENV }) }) }) });
    expect(await problem('a.zip', deep)).toBe('archives deeper than 3 levels');
    expect(await problem('a.zip', makeZip({ zeros: Buffer.alloc(30 << 20) }))).toMatch(/grows to more than 300 times/);
  });
  test('the directory is searched behind a comment, and any cut of a zip ends in an error or in members', () => {
    const zip = makeZip({ 'x.env': ENV, 'y.env': ENV });
    expect([...readZip(zip)].map(({ name }) => name)).toEqual(['x.env', 'y.env']);
    const commented = Buffer.concat([zip, Buffer.from('comment')]);
    expect([...readZip(commented)].map((member) => member.read().toString())).toEqual([ENV, ENV]);
    for (let length = 0; length < zip.length; length += 7)
      expect(() => [...readZip(zip.subarray(0, length))]).toThrow();
  });
});
