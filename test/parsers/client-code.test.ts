import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callsOf, secretNames } from '../../src/analysis/client-calls.ts';
import { clientCodeParser, parseClientCode } from '../../src/parsers/client-code.ts';
import { PARSER_WORDS, parsersFor } from '../../src/parsers/parse.ts';

describe('tokens', () => {
  test('comments are left out, and strings keep their place', () => {
    const text = 'x = "a\\"b" # "no"\ny = f\'{x}\' """long\nstring"""\n';
    const { tokens } = parseClientCode(text, 'python');
    expect(tokens.map((token) => token.text)).toEqual(['x', '=', 'a\\"b', 'y', '=', '{x}', 'long\nstring']);
    for (const { text: token, range } of tokens) expect(text.slice(range.start, range.end)).toBe(token);
    expect(tokens[5]!.isTemplate).toBe(true);
  });
  test('a string without an end stops at the line', () => {
    const { tokens } = parseClientCode('a = "open\nb(c)\n', 'javascript');
    expect(tokens.map((token) => token.text)).toEqual(['a', '=', 'open', 'b', '(', 'c', ')']);
  });
  test('calls are named by all that stands in front of the bracket', () => {
    const code = parseClientCode('a.b(1).c(2); require("node-vault")(x); if (y) {} new V(z)', 'javascript');
    expect(callsOf(code).map(({ callee }) => callee)).toEqual([
      'a.b',
      'a.b().c',
      'require',
      'require(node-vault)',
      'V',
    ]);
  });
});

describe('names of secrets', () => {
  const namesIn = (text: string, language: 'python' | 'javascript' | 'go') => [
    ...secretNames(parseClientCode(text, language)),
  ];
  test.each([
    ['r = client.secrets.kv.v2.read_secret_version(path="a")\np = r["data"]["data"]["p"]', 'python', ['r', 'p']],
    ['const { data } = await vault.read("a"); const k = data.data.k;', 'javascript', ['data', 'k']],
    ['s, err := client.Logical().Read("a")\np := s.Data["p"].(string)', 'go', ['s', 'p']],
    ['r = client.read("a")\nl = r["lease_id"]\nconnect(host=h, password=r["p"])', 'python', ['r']],
  ] as const)('%s', (text, language, names) => {
    expect(namesIn(text, language).sort()).toEqual([...names].sort());
  });
});

describe('which files are read', () => {
  const isRead = (path: string, text: string) => {
    const words = new Set(PARSER_WORDS.filter((word) => text.includes(word)));
    const parsers = parsersFor({ path, bytes: Buffer.from(text), words }, new Set(['client-code']));
    return parsers.some(({ anchor }) => anchor!.test(text));
  };
  test.each([
    ['app.py', 'import hvac\n', true],
    ['app.ts', "import vault from 'node-vault';\n", true],
    ['main.go', 'import "github.com/hashicorp/vault/api"\n', true],
    ['app.py', 'headers = {"X-Vault-Token": token}\n', true],
    ['app.py', 'import os\n', false],
    ['vault.py', 'the vault of the bank\n', false],
    ['app.min.js', "require('node-vault')\n", false],
    ['test_app.py', 'import hvac\n', false],
    ['README.md', 'import hvac\n', false],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(isRead(path, text)).toBe(expected);
  });
});

test('any text is split without a throw, and every place is inside', () => {
  const folder = join(import.meta.dirname, '../../fixtures/rules/client-code');
  const seeds = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
  expect(seeds.length).toBeGreaterThan(15);
  const pieces = fc.constantFrom('(', ')', '"', "'", '`', '"""', '{', '}', '/*', '#', '.', '=', '\\', '');
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(1500), fc.nat(9), pieces)), (seed, edits) => {
      const text = edits.reduce((now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut), seed.text);
      const [artifact] = clientCodeParser.parse({ path: seed.path, text }).artifacts;
      const code = artifact!.data as ReturnType<typeof parseClientCode>;
      for (const { range } of code.tokens) {
        if (range.start < 0 || range.end > text.length || range.end < range.start) throw new Error('outside');
      }
      for (const { from, end } of callsOf(code))
        if (from > end || end >= code.tokens.length) throw new Error('bracket');
      secretNames(code);
    }),
    { numRuns: 200 },
  );
});
