import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/catalog.ts';
import { NO_CONFIG, parseConfig, readConfig, severityOf } from '../src/config.ts';
import { CONFIG_SCHEMA, CONFIG_SCHEMA_PATH, configExample, configSchemaJson } from '../src/config-schema.ts';
import { ConfigError } from '../src/model/errors.ts';

const ajv = new Ajv2020();
const isValid = ajv.compile(JSON.parse(configSchemaJson()));

/** The message of the error that reading a configuration gives. */
function mistake(text: string): string {
  try {
    parseConfig(text, 'c.yml').checkNames(loadCatalog());
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'none';
}

const FULL = `only: [secrets]
skip: [secrets/jwt]
exclude: [testdata/]
severities: { secrets/jwt: low, compose: info }
fail-on: high
registries: [ghcr.io/example]
stop-words: [acme-demo]
suppress:
  - rules: [secrets/jwt, dockerfile]
    paths: [docs/**]
    reason: shown to people
  - { rules: [secrets/jwt], reason: everywhere }
waivers:
  - { rule: secrets, subject: sys/audit, owner: Ann, reason: a trial, until: "2026-06-30" }
baseline: known.json
`;

test('every key is read', () => {
  expect(mistake(FULL)).toBe('none');
  expect(parseConfig(FULL, 'c.yml')).toMatchObject({
    only: ['secrets'],
    skip: ['secrets/jwt'],
    exclude: ['testdata/'],
    severities: { 'secrets/jwt': 'low', compose: 'info' },
    failOn: 'high',
    registries: ['ghcr.io/example'],
    stopWords: ['acme-demo'],
    suppress: [
      { rules: ['secrets/jwt', 'dockerfile'], paths: ['docs/**'], reason: 'shown to people' },
      { rules: ['secrets/jwt'], paths: [], reason: 'everywhere' },
    ],
    waivers: [{ rule: 'secrets', subject: 'sys/audit', owner: 'Ann', reason: 'a trial', until: '2026-06-30' }],
    baseline: 'known.json',
  });
  expect(Object.keys(load(FULL) as object).toSorted()).toEqual(Object.keys(CONFIG_SCHEMA.properties!).toSorted());
});

test.each(['', '# only a comment\n', '---\n', 'only:\n'.slice(0, 0)])('an empty file (%j) says nothing', (text) => {
  const { checkNames: _, ...config } = parseConfig(text, 'c.yml');
  const { checkNames: __, ...none } = NO_CONFIG;
  expect(config).toEqual(none);
});

describe('a mistake is told with its line', () => {
  test.each([
    ['only: []\nskipp: []\n', 'c.yml:2: unknown key "skipp"; did you mean skip?'],
    ['colour: red\n', 'c.yml:1: unknown key "colour"; known are only, skip'],
    ['\nonly: secrets\n', 'c.yml:2: only must be a list'],
    ['only:\n  - secrets\n  - 7\n', 'c.yml:3: only: each must be a text'],
    ['fail-on: hihg\n', 'c.yml:1: fail-on must be one of none, info, low, medium, high, critical (did you mean high?)'],
    ['severities:\n  secrets/jwt: low\n  secrets: awful\n', 'c.yml:3: severities.secrets must be one of'],
    ['stop-words: [ab]\n', 'c.yml:1: stop-words: each must have at least 3 characters'],
    ['suppress:\n  - rules: [secrets]\n', 'c.yml:2: suppress: reason is missing'],
    ['suppress:\n  - rules: []\n    reason: x\n', 'c.yml:2: suppress.rules must name at least 1'],
    ['suppress:\n  - rules: [secrets]\n    reason: " "\n', 'c.yml:3: suppress.reason must not be empty'],
    [
      'suppress:\n  - rules: [secrets]\n    reason: x\n    path: [a]\n',
      'c.yml:4: unknown key "path"; did you mean paths?',
    ],
    ['baseline: ../other.json\n', 'c.yml:1: baseline must be a path below'],
    ['baseline: /etc/passwd\n', 'c.yml:1: baseline must be a path below'],
    ['- a\n', 'c.yml:1: the file must be a mapping'],
    ['only: [a\nskip: b: c\n', 'c.yml:2: '],
    ['only: [a]\nonly: [b]\n', 'c.yml:2: '],
    [
      '\nskip: [secrets/jwtt]\n',
      'c.yml:2: no rule or family is called "secrets/jwtt"; the nearest name is secrets/jwt',
    ],
    ['severities:\n  no/rule: low\n', 'c.yml:2: no rule or family is called "no/rule"'],
    ['suppress:\n  - rules:\n      - secrets\n      - docker\n    reason: x\n', 'c.yml:4: no rule or family is called'],
  ])('%j', (text, message) => {
    expect(mistake(text)).toContain(message);
  });

  test('of a bomb of aliases, at once', { timeout: 60_000 }, () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `b${i}: &b${i} [${Array(10)
          .fill(i === 1 ? '*a' : `*b${i - 1}`)
          .join(', ')}]`,
      );
    expect(mistake(lines.join('\n'))).toContain('too many nodes');
  });
});

describe('the schema', () => {
  test('as published is the one that is used', () => {
    expect(readFileSync(join(import.meta.dirname, '..', CONFIG_SCHEMA_PATH), 'utf8')).toBe(configSchemaJson());
  });
  test.each([
    FULL,
    'only: [1]',
    'only: x',
    'fail-on: none',
    'fail-on: all',
    'severities: {a: low}',
    'severities: [a]',
    'x: 1',
    'suppress: [{rules: [a]}]',
    'suppress: [{rules: [a], reason: ""}]',
    'suppress: [{rules: [a], reason: b, more: c}]',
    'stop-words: [ab]',
    'baseline: 3',
    'exclude: [""]',
  ])('and a validator of its own agree on %j', (text) => {
    const ours = mistake(text).replace(/^.*no rule or family is called.*$/, 'none');
    expect(ours === 'none').toBe(isValid(load(text)));
  });
});

describe('the example of init', () => {
  const [, ...blocks] = configExample().trim().split('\n\n');

  test('says nothing until something is uncommented', () => {
    expect(configExample()).toMatch(/^# yaml-language-server: \$schema=\S+vaultcheck\.schema\.json\n/);
    expect(parseConfig(configExample(), 'c.yml').only).toEqual([]);
  });
  test('explains every key, and each is valid when uncommented', () => {
    const keys = blocks.map((block) => {
      const lines = block.split('\n');
      expect(lines[0]).toMatch(/^## [A-Z]/);
      const text = lines
        .filter((line) => !line.startsWith('##'))
        .map((line) => line.replace(/^# /, ''))
        .join('\n');
      expect(mistake(text)).toBe('none');
      expect(isValid(load(text))).toBe(true);
      return Object.keys(load(text) as object)[0];
    });
    expect(keys).toEqual(Object.keys(CONFIG_SCHEMA.properties!));
  });
});

describe('the file', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'vaultcheck-config-'));

  test('that is a FIFO, a link or a folder is an error, and nothing hangs', { timeout: 60_000 }, () => {
    const [fifo, link, directory] = [folder(), folder(), folder()];
    execFileSync('mkfifo', [join(fifo, '.vaultcheck.yml')]);
    symlinkSync('/etc/hostname', join(link, '.vaultcheck.yml'));
    mkdirSync(join(directory, '.vaultcheck.yml'));
    expect(() => readConfig(fifo)).toThrow('is not a regular file');
    expect(() => readConfig(link)).toThrow('is a symbolic link');
    expect(() => readConfig(directory)).toThrow('is not a regular file');
  });
  test('of a megabyte is none', () => {
    const path = folder();
    writeFileSync(join(path, '.vaultcheck.yml'), '#'.repeat(1024 * 1024 + 1));
    expect(() => readConfig(path)).toThrow('is larger than 1 MB');
  });
  test('that is not there is as good as an empty one', () => {
    expect(readConfig(folder())).toBe(NO_CONFIG);
    expect(readConfig('/etc/hostname')).toBe(NO_CONFIG);
  });
});

test('a severity goes by id, old id, then family', () => {
  const rule = { ...loadCatalog().find(({ id }) => id === 'secrets/jwt')!, aliases: ['old/jwt'] };
  expect(severityOf(rule, { secrets: 'low', 'secrets/jwt': 'high' })).toBe('high');
  expect(severityOf(rule, { secrets: 'low', 'old/jwt': 'info' })).toBe('info');
  expect(severityOf(rule, { secrets: 'low' })).toBe('low');
  expect(severityOf(rule, { dockerfile: 'low' })).toBeUndefined();
});
