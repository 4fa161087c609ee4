import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyUnanswered } from '../../src/analysis/vault-answers.ts';
import { allowedFields, type ReadId, VAULT_READS, vaultRead } from '../../src/analysis/vault-reads.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { defaultInputs } from '../../src/engine/code-rules.ts';
import { judgeVault } from '../../src/engine/judge-vault.ts';
import type { VaultAnswer } from '../../src/model/vault-recording.ts';
import { completeRecording, type PartialRecording } from './vault-fixture.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const rules = loadCatalog().filter((rule) => rule.type === 'code' && rule.artifact === 'vault');

function load(id: string, file: string): PartialRecording {
  return JSON.parse(readFileSync(join(FIXTURES, id, file), 'utf8'));
}

describe.each(rules)('$id', (rule) => {
  const files = readdirSync(join(FIXTURES, rule.id));

  test('has bad and good fixtures, and says what it reads', () => {
    expect(files.some((file) => file.startsWith('bad'))).toBe(true);
    expect(files.some((file) => file.startsWith('good'))).toBe(true);
    expect(rule.type === 'code' && rule.reads).toBeTruthy();
  });

  test.each(files)('%s', (file) => {
    const fixture = load(rule.id, file);
    const recording = completeRecording(fixture);
    const { findings, problems } = judgeVault(recording, [rule], {
      ...defaultInputs(),
      options: { ...defaultInputs().options, waivers: fixture.waivers ?? [] },
      now: new Date(recording.takenAt),
    });
    expect(problems.filter(({ kind }) => kind === 'unread')).toEqual([]);
    if (file.startsWith('good')) expect(problems, 'a good example is one that was judged').toEqual([]);
    const subjects = findings.map(({ origin }) => (origin.kind === 'vault' ? origin.subject : '')).sort();
    expect(subjects).toEqual(file.startsWith('good') ? [] : [...fixture.expect!].sort());
    if (file.startsWith('bad')) expect(subjects.length).toBeGreaterThan(0);
  });

  test.each(files)('%s holds only what its reads keep', (file) => {
    const { nodes, answers } = completeRecording(load(rule.id, file));
    const all: VaultAnswer[] = [...answers, ...nodes.flatMap((node) => node.answers)];
    for (const { read, data } of all) {
      expect(Object.keys(VAULT_READS)).toContain(read);
      if (data !== undefined) expect(allowedFields(data, vaultRead(read as ReadId).fields), read).toEqual(data);
    }
  });
});

describe('a rule without an answer', () => {
  test('is not testable, and never a pass', () => {
    const answers = [{ read: 'audit-devices', path: 'sys/audit', status: 403, reason: 'forbidden' }];
    const rule = rules.find(({ id }) => id === 'vault-audit/no-audit-device')!;
    const { findings, problems, notTestable } = judgeVault(completeRecording({ answers }), [rule], defaultInputs());
    expect(findings).toEqual([]);
    expect(notTestable).toEqual([
      { ruleId: rule.id, reason: 'audit-devices: forbidden; the token needs read and sudo on sys/audit' },
    ]);
    expect(problems).toMatchObject([{ kind: 'coverage', code: 'not-testable' }]);
  });
});

describe('a rule with a part of its answers', () => {
  test('says so', () => {
    const answers = [
      { read: 'audit-devices', path: 'sys/audit', status: 200, data: {} },
      { read: 'audit-devices', path: 'sys/audit', status: 403, reason: 'forbidden' },
    ];
    const rule = rules.find(({ id }) => id === 'vault-audit/no-audit-device')!;
    const { problems } = judgeVault(completeRecording({ answers }), [rule], defaultInputs());
    expect(problems).toMatchObject([{ kind: 'coverage', code: 'partly-testable' }]);
  });
  test('has an answer where a node refuses who has no token, and none where the node is sealed', () => {
    const node = (status: number) => ({
      address: 'https://a:8200',
      answers: [{ read: 'pprof', path: 'sys/pprof/cmdline', status, reason: 'forbidden' }],
    });
    expect(whyUnanswered(completeRecording({ nodes: [node(403)] }), 'pprof')).toBeUndefined();
    expect(whyUnanswered(completeRecording({ nodes: [node(503)] }), 'pprof')).toBe('forbidden');
  });
});

describe('fields', () => {
  test('that are not named are not kept', () => {
    const data = { a: { b: 1, c: 2 }, d: [{ e: 3, f: 4 }], g: 'h' };
    expect(allowedFields(data, ['*.b', 'd.*.e'])).toEqual({ a: { b: 1 }, d: [{ e: 3 }] });
  });
  test.each([
    ['root:{p}@tcp(db:3306)/', 'root:<literal>@tcp(db:3306)/'],
    ['postgresql://vault:{p}@db/x?sslmode=disable', 'postgresql://vault:<literal>@db/x?sslmode=disable'],
    [
      'host=db%20user=root%20password={p}%20sslmode=disable',
      'host=db%20user=root%20password=<literal>%20sslmode=disable',
    ],
    [`CREATE ROLE "{{name}}" PASSWORD '{p}'`, `CREATE ROLE "{{name}}" PASSWORD '<literal>'`],
    ['postgresql://{{username}}:{{password}}@db/x', 'postgresql://{{username}}:{{password}}@db/x'],
    ['https://vault.example.com:8200/x', 'https://vault.example.com:8200/x'],
  ])('%s is kept without its password', (text, kept) => {
    const value = text.replace('{p}', ['hunter', 'two', '22'].join('-'));
    expect(allowedFields({ a: value }, ['a'])).toEqual({ a: kept });
    expect(allowedFields({ a: kept }, ['a'])).toEqual({ a: kept });
  });
});
