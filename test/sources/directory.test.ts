import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TargetError } from '../../src/model/errors.ts';
import { walkTarget } from '../../src/sources/directory.ts';
import { emptyFolder } from '../temporary-folder.ts';

/** What a walk gives, one line an entry. */
function walked(...parameters: Parameters<typeof walkTarget>): string[] {
  return Array.from(walkTarget(...parameters), (entry) => {
    if (entry.type === 'file') return entry.file.path;
    if (entry.type === 'excluded') return `${entry.path} left out`;
    return `${entry.problem.path} ${entry.problem.code} ${entry.problem.kind}`;
  });
}

describe('a walk', () => {
  test('gives files in the order of their names, with paths relative to the target', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'b/c'), { recursive: true });
    for (const path of ['b/c/z', 'b/a', 'a', 'B', '.hidden']) writeFileSync(join(folder, path), '');
    expect(walked(folder)).toEqual(['.hidden', 'B', 'a', 'b/a', 'b/c/z']);
    expect(walked(`${folder}/`)).toEqual(walked(folder));
    expect(walked(join(folder, 'b/a'))).toEqual(['a']);
  });

  test('leaves out what git and packages keep, and what the user names, and says so', () => {
    const folder = emptyFolder();
    for (const path of ['.git', 'node_modules', 'kept']) {
      mkdirSync(join(folder, path));
      writeFileSync(join(folder, path, 'file'), '');
    }
    expect(walked(folder)).toEqual(['.git left out', 'kept/file', 'node_modules left out']);
    expect(walked(folder, (path) => path === 'kept/file')).toContain('kept/file left out');
  });

  test('does not walk what the kernel makes', () => {
    const walk = walked('/', (path) => path.includes('/') || !['proc', 'sys'].includes(path));
    expect(walk).toContain('proc kernel-folder coverage');
    expect(walk.some((line) => line.startsWith('proc/'))).toBe(false);
  });

  test('tells a FIFO, a socket and a device, and opens none', async () => {
    const folder = emptyFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(walked(folder)).toEqual(['pipe not-a-regular-file coverage', 'socket not-a-regular-file coverage']);
    server.close();
    expect(walked('/dev', (path) => path !== 'null')).toContain('null not-a-regular-file coverage');
  });

  test('follows no link: one inside is silent, one out, to nothing or in a loop is a note', () => {
    const outside = emptyFolder();
    writeFileSync(join(outside, 'secret'), '');
    const folder = emptyFolder();
    writeFileSync(join(folder, 'real'), '');
    symlinkSync('real', join(folder, 'inside'));
    symlinkSync('.', join(folder, 'itself'));
    symlinkSync(outside, join(folder, 'outside'));
    symlinkSync(join(outside, 'secret'), join(folder, 'outside-file'));
    symlinkSync('missing', join(folder, 'nothing'));
    symlinkSync('loop-b', join(folder, 'loop-a'));
    symlinkSync('loop-a', join(folder, 'loop-b'));
    // A neighbour whose name begins with the target's is outside as well.
    mkdirSync(`${folder}-neighbour`);
    symlinkSync(`${folder}-neighbour`, join(folder, 'sibling'));
    expect(walked(folder)).toEqual([
      'loop-a symbolic-link coverage',
      'loop-b symbolic-link coverage',
      'nothing symbolic-link coverage',
      'outside symbolic-link coverage',
      'outside-file symbolic-link coverage',
      'real',
      'sibling symbolic-link coverage',
    ]);
  });

  test('ends at a depth that no project has, and says where', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'd/'.repeat(210)), { recursive: true });
    writeFileSync(join(folder, 'd/'.repeat(210), 'deep'), '');
    const entries = walked(folder);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatch(/ too-deep unread$/);
  });

  test('a target that is not there or no file is an error that names it', () => {
    expect(() => walked('/no/such/target')).toThrow(TargetError);
    expect(() => walked('/no/such/target')).toThrow('/no/such/target is not there');
    expect(() => walked('/dev/null')).toThrow('a character device');
  });
});
