import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit.ts';
import { NO_CONFIG, parseConfig } from '../../src/config.ts';
import type { Waiver } from '../../src/model/suppression.ts';
import { completeRecording } from '../rules/vault-fixture.ts';

const recording = completeRecording({
  answers: [{ read: 'audit-devices', path: 'sys/audit', status: 200, data: {} }],
});
const waiver: Waiver = { rule: 'vault-audit/no-audit-device', owner: 'Ann', reason: 'a trial', until: '2026-06-30' };

function judge(waivers: Waiver[], day: string) {
  const config = { ...NO_CONFIG, waivers };
  return audit({
    recordings: [recording],
    problems: [],
    only: [],
    skip: [],
    config,
    now: new Date(`${day}T12:00:00Z`),
  });
}

const idsOf = (report: ReturnType<typeof judge>) => report.findings.map(({ ruleId }) => ruleId);

describe('a waiver', () => {
  test.each([
    ['of the rule', {}],
    ['of the family', { rule: 'vault-audit' }],
    ['of the subject', { subject: 'sys/audit' }],
    ['of subjects that begin so', { subject: 'sys/*' }],
  ])('%s holds until the end of its day, and is shown', (_name, change) => {
    const report = judge([{ ...waiver, ...change }], '2026-06-30');
    expect(idsOf(report)).toEqual([]);
    expect(report.triage!.suppressed).toMatchObject([
      { by: 'waiver', reason: 'a trial (Ann, until 2026-06-30)', finding: { ruleId: waiver.rule } },
    ]);
  });
  test('that has expired waives nothing, and is a finding', () => {
    expect(idsOf(judge([waiver], '2026-07-01')).sort()).toEqual([
      'vault-audit/expired-waiver',
      'vault-audit/no-audit-device',
    ]);
  });
  test.each([
    { subject: 'sys/other' },
    { rule: 'vault-audit/sealed' },
  ])('of something else waives nothing: %j', (change) => {
    expect(idsOf(judge([{ ...waiver, ...change }], '2026-06-30'))).toEqual(['vault-audit/no-audit-device']);
  });
  test.each(['2026-02-30', '2026-6-1', 'tomorrow-x', '2026-06-30T00:00'])('that ends on %s is refused', (until) => {
    const text = `waivers:\n  - {rule: a, owner: b, reason: c, until: "${until}"}\n`;
    expect(() => parseConfig(text, 'f')).toThrow('f:2: until must be a day');
  });
  test('without an owner is refused', () => {
    expect(() => parseConfig('waivers:\n  - {rule: a, reason: c, until: "2026-06-30"}\n', 'f')).toThrow('owner');
  });
});
