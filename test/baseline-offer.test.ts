import { describe, expect, test } from 'vitest';
import { baselineOffer, type OfferContext } from '../src/baseline-offer.ts';
import type { Report } from '../src/model/report.ts';
import { NO_TRIAGE } from '../src/model/suppression.ts';
import { sampleFinding, sampleReport } from './reporters/sample.ts';

const HERE: OfferContext = { format: 'text', isInteractive: true, isCi: false, isWanted: true };
const report = (count: number, path = 'shop'): Report => ({
  ...sampleReport(Array.from({ length: count }, () => sampleFinding())),
  target: { kind: 'directory', path },
});

describe('a baseline is offered', () => {
  test('to a person with many findings, with the command to run', () => {
    expect(baselineOffer(report(21), HERE)).toBe(
      'to tell only new findings from here on, write these 21 down: vaultcheck baseline shop',
    );
    expect(baselineOffer(report(21, '.'), HERE)).toMatch(/: vaultcheck baseline$/);
  });
  test('without repeating a name that could harm a shell or a terminal', () => {
    expect(baselineOffer(report(21, 'a; rm -rf x'), HERE)).toMatch(/: vaultcheck baseline DIR$/);
    expect(baselineOffer(report(21, '\x1b[31m'), HERE)).toMatch(/: vaultcheck baseline DIR$/);
  });
  test.each([
    ['few findings', report(20), {}],
    ['a report for programs', report(21), { format: 'json' }],
    ['no terminal', report(21), { isInteractive: false }],
    ['continuous integration', report(21), { isCi: true }],
    ['--no-baseline', report(21), { isWanted: false }],
    ['a baseline', { ...report(21), triage: { ...NO_TRIAGE, baseline: { path: 'b', known: 1, gone: 0 } } }, {}],
  ] as [string, Report, Partial<OfferContext>][])('not with %s', (_name, given, context) => {
    expect(baselineOffer(given, { ...HERE, ...context })).toBeUndefined();
  });
});
