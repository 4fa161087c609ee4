import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Confidence, Severity } from '../../src/model/severity.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { HOSTILE_NAMES, PLAIN, sampleFinding, sampleReport } from './sample.ts';

const unread = { kind: 'unread', code: 'vanished', message: 'file vanished', path: 'b' } as const;
const note = { kind: 'coverage', code: 'symbolic-link', message: 'not followed', path: 'c' } as const;

function runOf(report = sampleReport([sampleFinding()], [unread, note]), options = PLAIN) {
  const log: Log = JSON.parse(sarif(report, options));
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
}

function uriOf(result: Result): string {
  return result.locations![0]!.physicalLocation!.artifactLocation!.uri!;
}

/** Every key anywhere in a value. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe('the SARIF log', () => {
  test('is one run with the category of the command', () => {
    expect(runOf().automationDetails?.id).toBe('vaultcheck/scan/');
    expect(runOf().columnKind).toBe('utf16CodeUnits');
    expect(JSON.parse(sarif(sampleReport([]), PLAIN))).toMatchObject({ version: '2.1.0', $schema: /sarif-2.1.0/ });
  });

  test('a result has what code scanning asks for, and nothing that holds the line', () => {
    const [result] = runOf().results!;
    expect(result).toEqual({
      ruleId: 'dockerfile/secret-in-arg',
      ruleIndex: expect.any(Number),
      level: 'error',
      message: { text: 'Build argument NPM_TOKEN holds a secret.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'services/cart/Dockerfile', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 14 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: '54703d4cd895b18:1',
        'vaultcheckFingerprint/v1': '0123456789abcdef0123456789abcdef',
      },
    });
    expect(runOf().tool.driver.rules![result!.ruleIndex!]!.id).toBe(result!.ruleId);
  });

  test('carries no snippet, no context, no fix and no content', () => {
    const keys = new Set(keysOf(JSON.parse(sarif(sampleReport([sampleFinding({ paste: 'ARG A' })]), PLAIN))));
    for (const key of ['snippet', 'contextRegion', 'fixes', 'contents', 'rendered']) expect(keys).not.toContain(key);
  });

  test('says when something was not looked at', () => {
    const [invocation] = runOf().invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(invocation!.toolExecutionNotifications!.map(({ level }) => level)).toEqual(['error', 'note']);
    expect(runOf(sampleReport([], [note])).invocations![0]!.executionSuccessful).toBe(true);
  });
});

describe('the rules of the log', () => {
  const rules = runOf().tool.driver.rules!;

  test.each(rules)('$id keeps the limits of code scanning', ({
    id,
    shortDescription,
    fullDescription,
    help,
    properties,
  }) => {
    expect(id.length).toBeLessThanOrEqual(255);
    expect(shortDescription!.text.length).toBeLessThanOrEqual(1024);
    expect(fullDescription!.text.length).toBeLessThanOrEqual(1024);
    expect(help!.text).toMatch(/\S/);
    expect(help!.markdown).toContain('**Fix:**');
    const tags = properties!.tags!;
    expect(tags[0]).toBe('security');
    expect(tags.length).toBeLessThanOrEqual(10);
    expect(new Set(tags).size).toBe(tags.length);
    expect(['very-high', 'high', 'medium', 'low']).toContain(properties!.precision);
  });

  test.each<[Severity, (score: number) => boolean, string]>([
    ['critical', (score) => score >= 9.1 && score <= 10, 'error'],
    ['high', (score) => score >= 7 && score < 9, 'error'],
    ['medium', (score) => score >= 4 && score < 7, 'warning'],
    ['low', (score) => score > 0 && score < 4, 'note'],
    ['info', (score) => score > 0 && score < 4, 'note'],
  ])('%s is the same word on GitHub', (severity, isRight, level) => {
    const [rule] = sampleReport([]).rules;
    const report = { ...sampleReport([]), rules: [{ ...rule!, severity }] };
    const [shown] = runOf(report).tool.driver.rules!;
    expect(isRight(Number(shown!.properties!['security-severity']))).toBe(true);
    expect(shown!.properties!['security-severity']).toMatch(/^\d+\.\d$/);
    expect(shown!.defaultConfiguration!.level).toBe(level);
  });

  test('confidence orders precision', () => {
    const precisionOf = (confidence: Confidence) => {
      const report = { ...sampleReport([]), rules: [{ ...sampleReport([]).rules[0]!, confidence }] };
      return runOf(report).tool.driver.rules![0]!.properties!.precision as string;
    };
    const order = ['low', 'medium', 'high', 'very-high'];
    const [low, medium, high] = (['low', 'medium', 'high'] as const).map((word) => order.indexOf(precisionOf(word)));
    expect(low).toBeLessThan(medium!);
    expect(medium).toBeLessThan(high!);
  });

  test('more than ten tags are cut', () => {
    const rule = { ...sampleReport([]).rules[0]!, cwe: Array.from({ length: 30 }, (_, i) => i + 1) };
    expect(runOf({ ...sampleReport([]), rules: [rule] }).tool.driver.rules![0]!.properties!.tags).toHaveLength(10);
  });
});

describe('limits', () => {
  test('the 5,000 worst results are kept, and the rest is told', () => {
    const many = Array.from({ length: 5200 }, () => sampleFinding({ severity: 'low' }));
    const run = runOf(sampleReport([...many, sampleFinding({ severity: 'critical', path: 'last' })]));
    expect(run.results).toHaveLength(5000);
    expect(uriOf(run.results![0]!)).toBe('last');
    const said = run.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text);
    expect(said).toContainEqual(expect.stringContaining('201 less severe findings were left out'));
  });
});

describe('names', () => {
  test.each(HOSTILE_NAMES)('%j is a relative reference that leads back to the name', (name) => {
    const [result] = runOf(sampleReport([sampleFinding({ path: name })])).results!;
    const uri = uriOf(result!);
    expect(uri).toMatch(/^[\w!'()*.~%/-]+$/);
    expect(uri.split('/').map(decodeURIComponent).join('/')).toBe(name);
  });
  test('a half of a surrogate pair does not stop the report', () => {
    expect(uriOf(runOf(sampleReport([sampleFinding({ path: 'a\ud800b' })])).results![0]!)).toBe('a%EF%BF%BDb');
  });
  test('no name in a message becomes a link', () => {
    const [result] = runOf(sampleReport([sampleFinding({ message: 'variable [x](https://evil.example) is' })]))
      .results!;
    expect(result!.message.text).not.toMatch(/\]\(/);
  });
  test('a target below the root of the repository keeps its place', () => {
    const [result] = runOf(sampleReport([sampleFinding()]), { ...PLAIN, repositoryPrefix: 'shop/' }).results!;
    expect(uriOf(result!)).toBe('shop/services/cart/Dockerfile');
  });
});
