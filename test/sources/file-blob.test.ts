import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Blob } from '../../src/model/blob.ts';
import { withFile } from '../../src/sources/file-blob.ts';
import { ReadBuffer } from '../../src/sources/windows.ts';
import { emptyFolder } from '../temporary-folder.ts';

const MEGABYTE = 1024 * 1024;

function read(absolute: string, use: (blob: Blob) => void = () => {}) {
  return withFile({ absolute, path: 'shown' }, new ReadBuffer(), async (blob) => use(blob));
}

/** Own parts of all windows, put together, and the places where windows begin. */
async function wholeOf(absolute: string) {
  const parts: Buffer[] = [];
  const places: { line: number; column: number }[] = [];
  const problem = await read(absolute, (blob) => {
    for (const { bytes, ownStart, ownEnd, line, column } of blob.windows()) {
      parts.push(Buffer.from(bytes.subarray(ownStart, ownEnd)));
      places.push({ line, column });
    }
  });
  return { text: Buffer.concat(parts), places, problem };
}

describe('a file', () => {
  test('that vanished before it was opened is a problem of its own', async () => {
    const file = join(emptyFolder(), 'gone');
    writeFileSync(file, 'x');
    rmSync(file);
    expect(await read(file)).toMatchObject({ kind: 'unread', code: 'vanished', path: 'shown' });
  });

  test('that became a FIFO or a link after the walk is not opened', async () => {
    const folder = emptyFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await read(join(folder, 'pipe'))).toMatchObject({ kind: 'coverage', code: 'not-a-regular-file' });
    symlinkSync('/etc/hostname', join(folder, 'link'));
    expect(await read(join(folder, 'link'))).toMatchObject({ kind: 'unread', path: 'shown' });
  });

  test('that is cut while it is read ends there', async () => {
    const file = join(emptyFolder(), 'cut');
    writeFileSync(file, Buffer.alloc(9 * MEGABYTE, 'a'));
    let bytes = 0;
    const problem = await read(file, (blob) => {
      for (const { ownStart, ownEnd } of blob.windows()) {
        bytes += ownEnd - ownStart;
        truncateSync(file, 0);
      }
    });
    expect(problem).toBeUndefined();
    expect(bytes).toBeLessThan(9 * MEGABYTE);
  });

  test('what goes wrong inside the reader comes out, and is not taken for a problem of the file', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, 'x');
    const failing = read(file, () => {
      throw new TypeError('a mistake of ours');
    });
    await expect(failing).rejects.toThrow(TypeError);
  });
});

describe('windows', () => {
  test.each([
    0,
    1,
    4 * MEGABYTE,
    4 * MEGABYTE + 1,
    9 * MEGABYTE + 7,
  ])('of %d bytes give each byte once', async (size) => {
    const file = join(emptyFolder(), 'file');
    const bytes = Buffer.alloc(size);
    for (let i = 0; i < size; i += 997) bytes[i] = 1 + (i % 251);
    writeFileSync(file, bytes);
    const { text, places } = await wholeOf(file);
    expect(text.equals(bytes)).toBe(true);
    expect(places).toHaveLength(Math.max(1, Math.ceil(size / (4 * MEGABYTE))));
  });

  test('know line and column where they begin, in characters of several bytes too', async () => {
    const file = join(emptyFolder(), 'file');
    const line = `${'ä🙂'.repeat(50)}\n`;
    const text = line.repeat(Math.ceil((9 * MEGABYTE) / Buffer.byteLength(line)));
    writeFileSync(file, text);
    await read(file, (blob) => {
      for (const window of blob.windows()) {
        const before = Buffer.from(window.bytes).toString('utf8');
        expect(before.startsWith('\ufffd')).toBe(false);
        const wanted = line.slice(window.column - 1);
        expect(before.slice(0, wanted.length)).toBe(wanted);
      }
    });
  });
});
