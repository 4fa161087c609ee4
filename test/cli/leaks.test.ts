import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { RECORDING, recordOutput, searchLeaks } from '../../scripts/leaks.ts';
import { emptyFolder, vaultcheck } from './run.ts';

const outer = process.env[RECORDING];
afterEach(() => {
  if (outer === undefined) delete process.env[RECORDING];
  else process.env[RECORDING] = outer;
});

/** A recording of its own, so that the leaks of these tests do not fail the whole run. */
function ownRecording(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'outputs'));
  process.env[RECORDING] = folder;
  return folder;
}

describe('the search for leaks after the whole run', () => {
  test('sees a planted value anywhere in an output, and only there', () => {
    const folder = ownRecording();
    const value = expandFakes('{{fake 24}}', 'leaks');
    recordOutput(`harmless ${value.slice(0, 4)}****`);
    expect(searchLeaks(folder)).toEqual({ planted: 1, leaking: [] });
    recordOutput(`{"a":"x${value}y"}`);
    expect(searchLeaks(folder).leaking).toHaveLength(1);
  });

  test('sees one behind bytes that are no text', () => {
    const folder = ownRecording();
    const value = expandFakes('{{fake 24}}', 'leaks-binary');
    writeFileSync(join(folder, 'outputs', 'binary'), Buffer.concat([Buffer.from([0, 255, 0]), Buffer.from(value)]));
    expect(searchLeaks(folder).leaking).toHaveLength(1);
  });

  test('knows what commands print and write', () => {
    const folder = ownRecording();
    const target = emptyFolder();
    const token = expandFakes('hvs.{{fake 24}}', 'leaks-command');
    writeFileSync(join(target, 'a.env'), `VAULT_TOKEN=${token}\n`);
    const file = join(emptyFolder(), 'report');
    vaultcheck(['scan', target]);
    vaultcheck(['scan', target, '--output', file, '--format', 'json']);
    const outputs = readdirSync(join(folder, 'outputs')).map((name) =>
      readFileSync(join(folder, 'outputs', name), 'utf8'),
    );
    expect(outputs).toHaveLength(2);
    expect(outputs.every((text) => text.includes('secrets/vault-service-token'))).toBe(true);
    expect(searchLeaks(folder)).toEqual({ planted: 1, leaking: [] });
  });

  test('says when it can not look', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'planted'), 'value of a secret\n');
    expect(() => searchLeaks(folder)).toThrow('grep could not search');
  });
});
