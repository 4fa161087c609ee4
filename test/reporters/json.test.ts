import { describe, expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { validateReport } from '../schemas.ts';
import { PLAIN, sampleFinding, sampleReport } from './sample.ts';

const problem = { kind: 'unread', code: 'vanished', message: 'file vanished', path: 'a', line: 3 } as const;

function parsed() {
  const { masked: _, lineHash: __, ...bare } = sampleFinding({ path: 'b' });
  return JSON.parse(json(sampleReport([sampleFinding(), bare], [problem]), PLAIN));
}

describe('the JSON report', () => {
  test('is what the published schema says', () => {
    expect(validateReport(parsed()), JSON.stringify(validateReport.errors)).toBe(true);
  });

  test('names the place, the masked value and the counts', () => {
    const report = parsed();
    expect(report).toMatchObject({
      version: '1.2.3',
      target: { kind: 'directory', path: 'shop' },
      findings: [
        {
          path: 'services/cart/Dockerfile',
          region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 14 },
          origin: { kind: 'file', path: 'services/cart/Dockerfile' },
          masked: '****',
        },
        { path: 'b', masked: null },
      ],
      problems: [problem],
      summary: { findings: { total: 2, high: 2, low: 0 }, files: 3, problems: { unread: 1, coverage: 0 } },
    });
  });

  test('lists apart what does not count', () => {
    const finding = sampleFinding();
    const triage = {
      suppressed: [{ finding, by: 'comment' as const, reason: 'why', line: 7 }],
      baselined: [{ ...finding, valueTag: 'beef' }],
      unusedSuppressions: [{ by: 'config' as const, path: 'docs/', names: ['secrets'] }],
      baseline: { path: 'known.json', known: 3, gone: 2 },
    };
    const report = JSON.parse(json({ ...sampleReport([]), triage }, PLAIN));
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
    expect(report).toMatchObject({
      findings: [],
      suppressed: [{ ruleId: finding.ruleId, suppression: { by: 'comment', reason: 'why', line: 7 } }],
      baselined: [{ ruleId: finding.ruleId }],
      unusedSuppressions: [{ by: 'config', path: 'docs/', line: null, names: ['secrets'] }],
      summary: { suppressed: 1, baselined: 1, unusedSuppressions: 1, baseline: { path: 'known.json', gone: 2 } },
    });
    expect(JSON.stringify(report)).not.toContain('beef');
  });

  test('tells where the CPU time went, the dearest first', () => {
    const timings = { stages: { walk: 1, parse: 2.5 }, rules: { 'a/b': 0.5, 'a/c': 2 } };
    const report = JSON.parse(json({ ...sampleReport([]), timings }, PLAIN));
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
    expect(report.timings).toEqual({
      stages: [
        { name: 'parse', cpuMs: 2.5 },
        { name: 'walk', cpuMs: 1 },
      ],
      rules: [
        { id: 'a/c', cpuMs: 2 },
        { id: 'a/b', cpuMs: 0.5 },
      ],
    });
    expect(parsed()).not.toHaveProperty('timings');
  });

  test('does not repeat the hash that is made of the line itself', () => {
    expect(JSON.stringify(parsed())).not.toContain('54703d4cd895b18');
  });
});

describe('the schema refuses', () => {
  type Loose = Record<string, unknown> & { findings: Record<string, unknown>[]; summary: Record<string, unknown> };
  const cases: [string, (report: Loose) => void][] = [
    ['a report without findings', (report) => Reflect.deleteProperty(report, 'findings')],
    ['a field that is not named', (report) => Object.assign(report.findings[0]!, { value: 'x' })],
    ['an unknown severity', (report) => Object.assign(report.findings[0]!, { severity: 'fatal' })],
    ['a line of zero', (report) => Object.assign(report.findings[0]!.region as object, { startLine: 0 })],
    ['a finding without its region', (report) => Reflect.deleteProperty(report.findings[0]!, 'region')],
    ['a finding without its fingerprint', (report) => Reflect.deleteProperty(report.findings[0]!, 'fingerprint')],
    ['a fingerprint that is no hash', (report) => Object.assign(report.findings[0]!, { fingerprint: 'x' })],
    ['a path that is no text', (report) => Object.assign(report.findings[0]!, { path: null })],
    ['an unknown kind of problem', (report) => Object.assign((report.problems as object[])[0]!, { kind: 'odd' })],
    ['a rule without its title', (report) => Reflect.deleteProperty((report.rules as object[])[0]!, 'title')],
    ['counts without critical', (report) => Reflect.deleteProperty(report.summary.findings as object, 'critical')],
  ];
  test.each(cases)('%s', (_name, spoil) => {
    const report = parsed();
    spoil(report);
    expect(validateReport(report)).toBe(false);
  });
});
