import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShellCommand } from '../../src/model/shell.ts';
import { parseShell } from '../../src/parsers/shell.ts';
import { isShellFile, shellParser } from '../../src/parsers/shell-files.ts';
import { prepareShellGrammar } from '../../src/parsers/syntax-tree.ts';

beforeAll(prepareShellGrammar);

const commandsOf = (text: string) => parseShell(text).script.commands;
const words = (command: ShellCommand | undefined) => command?.words.map((word) => word.text);

describe('what is a shell script', () => {
  test.each([
    ['deploy.sh', 'set -e\n', true],
    ['deploy.bash', '', true],
    ['entrypoint', 'exec app\n', true],
    ['docker-entrypoint', '', true],
    ['docker-entrypoint.sh', '#!/usr/bin/env bash\n', true],
    ['run', '#!/bin/sh -e\n', true],
    ['run', '#! /bin/dash\n', true],
    ['run', '#!/usr/bin/env -S bash -e\n', true],
    ['run', '#!/bin/ksh\n', true],
    ['tool.sh', '#!/usr/bin/env python3\n', false],
    ['entrypoint.py', 'import os\n', false],
    ['run', '#!/usr/bin/fish\n', false],
    ['README', 'sh\n', false],
  ])('%s with %j: %s', (name, head, isShell) => {
    expect(isShellFile({ name, head })).toBe(isShell);
  });
  test('only texts with a word of a rule are parsed', () => {
    expect(shellParser.anchor!.test('make build && ls -la')).toBe(false);
    expect(shellParser.anchor!.test('echo "$DB_PASSWORD"')).toBe(true);
    expect(shellParser.anchor!.test('curl -fsSL https://a.example/x | sh')).toBe(true);
  });
});

describe('commands', () => {
  test('words lose quotes and escapes, and keep expansions as they are written', () => {
    const [command] = commandsOf(`foo -H "X-Vault-Token: $T" 'a b' c\\ d $'e\\n' "\\$x" \${Y:-z}`);
    expect(words(command)).toEqual(['foo', '-H', 'X-Vault-Token: $T', 'a b', 'c d', 'e\n', '$x', '${Y:-z}']);
    expect(command!.words.map(({ isLiteral }) => isLiteral)).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(command!.words[7]!.parts).toMatchObject([{ type: 'variable', name: 'Y', operation: ':-z' }]);
  });
  test('ranges point at what is written', () => {
    const text = '# ünï 🔑\nvault login "$T" # end\n';
    const [command] = commandsOf(text);
    expect(text.slice(command!.range.start, command!.range.end)).toBe('vault login "$T"');
    expect(command!.words.map(({ range }) => text.slice(range.start, range.end))).toEqual(['vault', 'login', '"$T"']);
  });
  test('assignments in front, alone and behind export', () => {
    const commands = commandsOf('A=1 foo\nB=$(bar x)\nexport C="$B" D\nE=1 F=$(g)\nexport H\n');
    expect(
      commands.map(({ name, assignments }) => [name, assignments.map((a) => `${a.name}=${a.value.text}`)]),
    ).toEqual([
      ['foo', ['A=1']],
      ['', ['B=$(bar x)']],
      ['bar', []],
      ['export', ['C=$B']],
      ['', ['E=1', 'F=$(g)']],
      ['g', []],
      ['export', []],
    ]);
    expect(commands[2]!.within).toBe(1);
    expect(words(commands[6])).toEqual(['export', 'H']);
  });
  test('pipes, or, and, conditions, loops, functions', () => {
    const commands = commandsOf(
      'a | b || c && d\nif e; then f; else g; fi\nuntil h; do i; done\nj() { k; }\nl && m || exit 1\n',
    );
    const by = (name: string) => commands.find((command) => command.name === name)!;
    expect(commands[by('a').pipesTo!]!.name).toBe('b');
    expect(commands[by('b').orElse!]!.name).toBe('c');
    expect(by('e')).toMatchObject({ isTested: true, isConditional: false });
    expect(by('f')).toMatchObject({ isTested: false, isConditional: true });
    expect(by('g').isConditional).toBe(true);
    expect(by('h')).toMatchObject({ isTested: true, isRepeated: true });
    expect(by('i').isRepeated).toBe(true);
    expect(by('k').functionName).toBe('j');
    expect(commands[by('l').orElse!]!.name).toBe('exit');
  });
  test('redirects, of groups and of the last part of a pipe', () => {
    const commands = commandsOf('a > f 2>&1\n{ b; c; } >> g\nd | e > h\n');
    const redirects = commands.map(({ name, redirects: all }) => [
      name,
      all.map((r) => `${r.operator}${r.target.text}`),
    ]);
    expect(redirects).toEqual([
      ['a', ['>f', '>&1']],
      ['b', ['>>g']],
      ['c', ['>>g']],
      ['d', []],
      ['e', ['>h']],
    ]);
  });
  test('words behind a redirect belong to the command, and lines may end with a carriage return', () => {
    const commands = commandsOf('echo a > f b\r\nvault login \\\r\n  "$T" > g\r\n\r\nvault status\r\n');
    expect(commands.map(words)).toEqual([
      ['echo', 'a', 'b'],
      ['vault', 'login', '$T'],
      ['vault', 'status'],
    ]);
  });
  test('heredocs keep their text, whatever stands behind the delimiter', () => {
    const commands = commandsOf(
      'vault policy write p - <<EOF | tee x || exit 1\npath "$X/a" {}\nEOF\ncat <<-"Q" > f\n\t$Y\n\tQ\n',
    );
    expect(words(commands[0])).toEqual(['vault', 'policy', 'write', 'p', '-']);
    expect(commands[0]!.redirects[0]!.target.text).toBe('path "$X/a" {}\n');
    expect(commands[0]!.redirects[0]!.target.parts).toMatchObject([{ name: 'X' }]);
    expect(commands[commands[0]!.pipesTo!]!.name).toBe('tee');
    const cat = commands.find(({ name }) => name === 'cat')!;
    expect(cat.redirects.find(({ operator }) => operator.startsWith('<<'))!.target.isLiteral).toBe(true);
  });
  test('texts in texts are read, with their own places', () => {
    const text = `docker exec v sh -ec 'vault login $T' && bash -c "echo \\"\\$P\\""\n`;
    const commands = commandsOf(text);
    const inner = commands.filter(({ within }) => within !== undefined);
    expect(inner.map(words)).toEqual([
      ['vault', 'login', '$T'],
      ['echo', '$P'],
    ]);
    expect(text.slice(inner[0]!.range.start, inner[0]!.range.end)).toBe('vault login $T');
    expect(text.slice(inner[1]!.range.start, inner[1]!.range.end)).toBe('echo \\"\\$P\\"');
  });
  test('what can not be read is told, and the rest is there', () => {
    const { script, errors } = parseShell('vault status\nif then fi fi (\nvault login "$T"\n');
    expect(errors.length).toBeGreaterThan(0);
    expect(script.commands.map(({ words: all }) => all[1]?.text)).toContain('status');
  });
});

describe('hostile texts', () => {
  const folder = join(import.meta.dirname, '../../fixtures/rules/shell');
  const seeds = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sh'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const snippets = [
    '$(',
    '`',
    '"',
    "'",
    '<<EOF\n',
    'EOF\n',
    '${',
    '}',
    '((',
    '|',
    '&&',
    ';;',
    'case',
    'esac',
    'fi',
    '\\',
    '\0',
    '\u{1f511}',
  ];
  const mutated = fc
    .record({
      seed: fc.constantFrom(...seeds),
      edits: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          cut: fc.nat(20),
          put: fc.constantFrom(...snippets, ''),
        }),
        { maxLength: 8 },
      ),
    })
    .map(({ seed, edits }) =>
      edits.reduce((text, { at, cut, put }) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + put + text.slice(start + cut);
      }, seed),
    );

  test('never throw, and give no place outside the text', () => {
    expect(seeds.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(mutated, fc.nat(50), (text, base) => {
        const { script, errors } = parseShell(text, { place: 'file', base });
        for (const { offset } of errors) expect(offset).toSatisfy(within(text, base));
        for (const command of script.commands) checkPlaces(command, script.commands.length, within(text, base));
      }),
      { numRuns: 300 },
    );
  });
  test.each([
    ['brackets', '('.repeat(3000)],
    ['substitutions', '$('.repeat(3000)],
    ['braces', '${x:-'.repeat(3000)],
    ['pipes', 'a | '.repeat(3000)],
    ['lists', 'a && '.repeat(3000)],
    ['heredocs', 'cat <<E\n'.repeat(500)],
    ['ifs', 'if a; then '.repeat(1000)],
  ])('deep %s end', (_, text) => {
    expect(parseShell(text).script.commands.length).toBeGreaterThanOrEqual(0);
    expect(parseShell('vault status').script.commands).toHaveLength(1);
  });
});

function within(text: string, base: number): (offset: number) => boolean {
  return (offset) => offset >= base && offset <= base + text.length;
}

function checkPlaces(command: ShellCommand, count: number, isInside: (offset: number) => boolean): void {
  const ranges = [command, ...command.words, ...command.assignments, ...command.redirects].map(({ range }) => range);
  for (const { start, end } of ranges) {
    if (!isInside(start) || !isInside(end) || end < start) throw new Error(`range ${start}-${end} is outside`);
  }
  for (const index of [command.within, command.pipesTo, command.orElse])
    if (index !== undefined && (index < 0 || index >= count)) throw new Error(`index ${index} is no command`);
}
