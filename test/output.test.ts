import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OutputError } from '../src/model/errors.ts';
import { checkOutput, writeWhole } from '../src/output.ts';
import { emptyFolder } from './temporary-folder.ts';

describe('an output file', () => {
  test('is written, replaced, and leaves nothing beside it', () => {
    const folder = emptyFolder();
    writeWhole(join(folder, 'report'), 'one');
    writeWhole(join(folder, 'report'), 'two');
    expect(readFileSync(join(folder, 'report'), 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['report']);
  });

  test('may have a name as long as names can be', () => {
    const folder = emptyFolder();
    writeWhole(join(folder, 'r'.repeat(255)), 'one');
    expect(readdirSync(folder)).toEqual(['r'.repeat(255)]);
  });

  test('keeps its permissions, and is written where its link leads', () => {
    const folder = emptyFolder();
    const file = join(folder, 'report');
    writeFileSync(file, 'old');
    chmodSync(file, 0o600);
    symlinkSync('report', join(folder, 'link'));
    writeWhole(join(folder, 'link'), 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['link', 'report']);
  });

  test('that can not be written is an error, the old one stays, and no part is left', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'taken'));
    expect(() => writeWhole(join(folder, 'taken'), 'x')).toThrow(OutputError);
    expect(() => writeWhole(join(folder, 'no/such/report'), 'x')).toThrow('(ENOENT)');
    expect(() => writeWhole('/dev/full', 'x')).toThrow('(ENOSPC)');
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  test('is checked before any work is done', () => {
    const folder = emptyFolder();
    expect(() => checkOutput(join(folder, 'no/report'))).toThrow('the folder of');
    expect(() => checkOutput(folder)).toThrow('is a directory');
    expect(() => checkOutput(join(folder, 'report'))).not.toThrow();
    writeFileSync(join(folder, 'file'), '');
    expect(() => checkOutput(join(folder, 'file/report'))).toThrow(OutputError);
  });
});
