import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directiveOf, directivesOf, parseSystemd } from '../../src/parsers/systemd.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules/vault-config');
const TEXTS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.service'))
  .map((path) => readFileSync(join(FIXTURES, path), 'utf8'));

const UNIT = `[Unit]
Description=Vault
# ExecStart=/commented/out
[Service]
Environment="VAULT_TOKEN=a b" PLAIN=c 'QUOTED=d'
ExecStart=/usr/bin/vault server \\
  # a comment between continued lines
  -config=/etc/vault.d
CapabilityBoundingSet=CAP_NET_ADMIN
CapabilityBoundingSet=
CapabilityBoundingSet=CAP_SYSLOG
`;

describe('a systemd unit', () => {
  const { unit, errors } = parseSystemd(UNIT, 'vault.service');
  test('is read with continued lines, and comments in them are left out', () => {
    expect(errors).toEqual([]);
    expect(directiveOf(unit, 'ExecStart')?.value).toBe('/usr/bin/vault server -config=/etc/vault.d');
    expect(unit.vaultCommand).toBe('server');
    expect(unit.isDropIn).toBe(false);
  });
  test('takes back what stands before an empty directive', () => {
    expect(directivesOf(unit, 'CapabilityBoundingSet').map(({ value }) => value)).toEqual(['CAP_SYSLOG']);
  });
  test('has variables with the places of their names and values', () => {
    const read = unit.variables.map(({ name, value, nameRange, valueRange }) => [
      name,
      value,
      UNIT.slice(nameRange.start, nameRange.end),
      UNIT.slice(valueRange.start, valueRange.end),
    ]);
    expect(read).toEqual([
      ['VAULT_TOKEN', 'a b', 'VAULT_TOKEN', 'a b'],
      ['PLAIN', 'c', 'PLAIN', 'c'],
      ['QUOTED', 'd', 'QUOTED', 'd'],
    ]);
  });
  test('is a drop-in by its folder', () => {
    expect(parseSystemd('[Service]\nUser=vault\n', 'etc/vault.service.d/user.conf').unit.isDropIn).toBe(true);
  });
  test('tells the line of what it can not read, and keeps the rest', () => {
    const result = parseSystemd('[Service]\nwhat is this\nUser=vault\n');
    expect(result.errors).toEqual([{ message: 'neither a section nor a directive', line: 2 }]);
    expect(directiveOf(result.unit, 'User')?.value).toBe('vault');
  });
  test('never throws, and points into its text only', () => {
    fc.assert(
      fc.property(mutated([UNIT, ...TEXTS]), (text) => {
        const result = parseSystemd(text);
        expect(strayRanges(result, text)).toEqual([]);
        for (const { line } of result.errors) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { numRuns: 500 },
    );
  });
});
