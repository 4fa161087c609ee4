import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';
import type { AnyRule, CodeRule } from '../../src/model/rule.ts';

const catalog = loadCatalog();
const TOKEN = expandFakes('hvs.{{fake 24}}', 'evaluate');
const PASSWORD = expandFakes('{{fake 18}}', 'evaluate-password');

async function evaluate(text: string | Buffer, options: { path?: string; only?: string[]; rules?: AnyRule[] } = {}) {
  const { path = 'app.conf', only, rules = catalog } = options;
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const selected = only ? rules.filter((rule) => only.includes(rule.id)) : rules;
  return new Evaluator(rules, selected).evaluate({
    origin: { kind: 'file', path },
    sizeBytes: bytes.length,
    windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
  });
}

describe('findings', () => {
  test('point at the secret and hold nothing of it but its prefix', async () => {
    const { findings } = await evaluate(`# setup\nVAULT_TOKEN=${TOKEN}\n`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      ruleId: 'secrets/vault-service-token',
      masked: 'hvs.****',
      region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 41 },
      excerpt: { startLine: 1, lines: ['# setup', 'VAULT_TOKEN=hvs.****', ''] },
    });
    expect(JSON.stringify(findings)).not.toContain(TOKEN.slice(4));
  });

  test('one value is one finding, of the most specific detector', async () => {
    const { findings } = await evaluate(`password = "${TOKEN}"\n`);
    expect(findings.map((finding) => finding.ruleId)).toEqual(['secrets/vault-service-token']);
  });

  test.each(['utf16le', 'latin1'] as const)('are found in %s text at the same place', async (encoding) => {
    const { findings } = await evaluate(Buffer.from(`größe = 1\nVAULT_TOKEN=${TOKEN}\n`, encoding));
    expect(findings[0]?.region).toEqual({ startLine: 2, startColumn: 13, endLine: 2, endColumn: 41 });
  });

  test('are found and masked behind the letter of an escape', async () => {
    const text = `a = "${TOKEN}"\nb = "first\\n${TOKEN}\\n"\n`;
    const { findings } = await evaluate(text);
    expect(findings.map(({ region }) => region.startLine)).toEqual([1, 2]);
    expect(JSON.stringify(findings)).not.toContain(TOKEN);
  });

  test('mask neighbours that rules which do not run would find', async () => {
    const text = `DB_PASSWORD=${PASSWORD}\nVAULT_TOKEN=${TOKEN}\n`;
    const { findings } = await evaluate(text, { only: ['secrets/vault-service-token'] });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.excerpt.lines).toEqual(['DB_PASSWORD=****', 'VAULT_TOKEN=hvs.****', '']);
  });

  test('mask values that a placeholder or low entropy ruled out', async () => {
    const { findings } = await evaluate(`password=aaaaaaaaaaaa\nVAULT_TOKEN=${TOKEN}\n`);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.excerpt.lines[0]).toBe('password=****');
  });

  test('have a fingerprint that does not depend on the value', async () => {
    const other = expandFakes('hvs.{{fake 24}}', 'another');
    const [a] = (await evaluate(`VAULT_TOKEN=${TOKEN}\n`)).findings;
    const [b] = (await evaluate(`\n\n\nVAULT_TOKEN=${other}\n`)).findings;
    const [c] = (await evaluate(`VAULT_TOKEN=${TOKEN}\n`, { path: 'other.conf' })).findings;
    expect(a!.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(a!.fingerprint).not.toBe(c!.fingerprint);
    expect(b!.fingerprint).not.toBe(c!.fingerprint);
  });

  test('on a long line show only the part around the value', async () => {
    const { findings } = await evaluate(`${'x '.repeat(5000)} ${TOKEN} ${'y '.repeat(5000)}`);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.excerpt.lines[0]!.length).toBeLessThan(500);
    expect(findings[0]!.excerpt.lines[0]).toContain('hvs.****');
  });
});

describe('what can not be judged', () => {
  test('a binary is told as such and its text is not read', async () => {
    const { findings, isBinary } = await evaluate(Buffer.concat([Buffer.from([0, 1, 2, 0, 0, 9]), Buffer.from(TOKEN)]));
    expect(isBinary).toBe(true);
    expect(findings).toEqual([]);
  });

  test('a rule that throws is a problem with its id, and its error text is not shown', async () => {
    const broken = {
      ...catalog.find((rule) => rule.type === 'code' && rule.artifact === 'dockerfile'),
      id: 'dockerfile/broken',
      check() {
        throw new Error(`could not judge ${TOKEN}`);
      },
    } as unknown as CodeRule;
    const { problems } = await evaluate('FROM alpine:3\n', { path: 'Dockerfile', rules: [broken] });
    expect(problems).toMatchObject([{ kind: 'unread', code: 'rule-failed', path: 'Dockerfile' }]);
    expect(problems[0]!.message).toContain('dockerfile/broken');
    expect(JSON.stringify(problems)).not.toContain(TOKEN);
  });

  test('more matches than the budget are a problem, not silence', async () => {
    const { problems, findings } = await evaluate(`VAULT_TOKEN=${TOKEN}\n`.repeat(1500), {
      only: ['secrets/vault-service-token'],
    });
    expect(findings.length).toBeGreaterThanOrEqual(1000);
    expect(problems.map((problem) => problem.code)).toContain('match-budget');
  });
});
