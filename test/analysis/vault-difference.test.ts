import { describe, expect, test } from 'vitest';
import { vaultDifference } from '../../src/analysis/vault-difference.ts';
import { changesJson, changesText } from '../../src/reporters/vault-changes.ts';
import { completeRecording } from '../rules/vault-fixture.ts';

const device = (mode: string) => [
  { read: 'audit-devices', path: 'sys/audit', status: 200, data: { 'file/': { options: { mode } } } },
];
const node = (time: number, version: string) => [
  {
    address: 'https://a:8200',
    answers: [{ read: 'health', path: 'sys/health', status: 200, data: { server_time_utc: time, version } }],
  },
];

describe('two recordings', () => {
  test('that say the same differ in nothing, whatever the clock says', () => {
    const [one, two] = [1, 2].map((time) =>
      completeRecording({ answers: device('0600'), nodes: node(time, '1.21.0') }),
    );
    expect(vaultDifference([one!], [two!])).toEqual([]);
    expect(changesText([])).toBe('no differences\n');
  });
  test('are compared field by field', () => {
    const one = completeRecording({ answers: device('0600'), nodes: node(1, '1.21.0') });
    const two = completeRecording({ answers: device('0644'), nodes: node(1, '1.21.1') });
    const changes = vaultDifference([one], [two]);
    expect(changes).toEqual([
      { place: 'https://a:8200 sys/health', field: 'version', before: '"1.21.0"', after: '"1.21.1"' },
      { place: 'sys/audit', field: 'file/.options.mode', before: '"0600"', after: '"0644"' },
    ]);
    expect(changesText(changes)).toContain('  file/.options.mode: "0600" -> "0644"\n2 differences\n');
    expect(JSON.parse(changesJson(changes)).changes[1]).toMatchObject({ before: '0600', after: '0644' });
  });
  test('tell what came and what went', () => {
    const one = completeRecording({ answers: device('0600') });
    const two = completeRecording({ namespace: 'team', answers: device('0600') });
    const changes = vaultDifference([one], [one, two]);
    expect(changes).toMatchObject([{ place: 'team: sys/audit', before: undefined }]);
    expect(vaultDifference([one, two], [one])).toMatchObject([{ place: 'team: sys/audit', after: undefined }]);
  });
});
