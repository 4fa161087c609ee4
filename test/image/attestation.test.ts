import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { digestOf, folderOf, makeParts, scanArchives } from './make-image.ts';
import type { TarFile } from './make-tar.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'attestation');
const IMAGE = { layers: [{ files: [{ name: 'a', body: 'b' }] }], config: { User: 'app' } };

/** A layout whose index holds an image for two platforms and BuildKit's provenance for the first. */
function layout(statement: object): TarFile[] {
  const files: TarFile[] = [];
  const put = (body: string | Buffer) => {
    files.push({ name: `blobs/sha256/${digestOf(body).slice(7)}`, body });
    return { digest: digestOf(body), size: body.length };
  };
  const { made, configText } = makeParts(IMAGE);
  const manifest = (config: string, layers: object[]) =>
    JSON.stringify({
      schemaVersion: 2,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...put(config) },
      layers,
    });
  const image = put(
    manifest(
      configText,
      made.map(({ blob }) => put(blob)),
    ),
  );
  const other = put(
    manifest(
      configText.replace('amd64', 'arm64'),
      made.map(({ blob }) => put(blob)),
    ),
  );
  const layer = { ...put(JSON.stringify(statement)), mediaType: 'application/vnd.in-toto+json' };
  const attestation = put(manifest('{}', [layer]));
  const platform = (architecture: string) => ({ os: architecture === 'unknown' ? 'unknown' : 'linux', architecture });
  const index = put(
    JSON.stringify({
      schemaVersion: 2,
      manifests: [
        { ...image, platform: platform('amd64') },
        { ...other, platform: platform('arm64') },
        {
          ...attestation,
          platform: platform('unknown'),
          annotations: {
            'vnd.docker.reference.type': 'attestation-manifest',
            'vnd.docker.reference.digest': image.digest,
          },
        },
      ],
    }),
  );
  files.push({ name: 'oci-layout', body: '{}' });
  files.push({ name: 'index.json', body: JSON.stringify({ schemaVersion: 2, manifests: [index] }) });
  return files;
}

describe('provenance', () => {
  const statement = {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    predicate: { invocation: { parameters: { args: { 'build-arg:VAULT_TOKEN': TOKEN } } } },
  };

  test('is read for secrets, with a place of its own', async () => {
    const only = ['secrets/vault-service-token'];
    const report = await scanArchives([folderOf(layout(statement))], { only, platform: 'linux/amd64' });
    expect(report.findings).toMatchObject([{ ruleId: only[0], origin: { kind: 'image' } }]);
    expect(report.findings[0]!.origin.path).toMatch(/^image:.*\/provenance$/);
    expect(JSON.stringify(report)).not.toContain(TOKEN);
  });
  test('of one platform is not that of another', async () => {
    const report = await scanArchives([folderOf(layout(statement))], { platform: 'linux/arm64', only: ['secrets'] });
    expect(report.findings).toEqual([]);
  });
  test('a platform that is not there is refused, and those that are there are told', async () => {
    const refused = scanArchives([folderOf(layout(statement))], { platform: 'linux/s390x' });
    await expect(refused).rejects.toMatchObject({ hint: '--platform takes one of linux/amd64, linux/arm64' });
  });
});
