import { beforeAll, describe, expect, test } from 'vitest';
import type { ShellScript } from '../../src/model/shell.ts';
import { alignOffsets, composeShellParser, dockerfileShellParser } from '../../src/parsers/shell-embedded.ts';
import { prepareShellGrammar } from '../../src/parsers/syntax-tree.ts';

beforeAll(prepareShellGrammar);

/** Place and commands of each script, as they are written in the whole text. */
function scriptsOf(parser: typeof composeShellParser, text: string): [string, string[]][] {
  if (!parser.anchor!.test(text)) return [];
  return parser.parse({ path: 'x', text }).artifacts.map(({ data }) => {
    const { place, commands } = data as ShellScript;
    return [place, commands.map(({ range }) => text.slice(range.start, range.end))];
  });
}

describe('Dockerfiles', () => {
  test('shell form, JSON form, heredocs and health checks', () => {
    const text = `FROM alpine
RUN --mount=type=cache,target=/x apk add vault && \\
    # a note
    vault login $TOKEN \\
    && true
RUN <<EOF
vault status
EOF
COPY <<EOF /entrypoint.sh
#!/bin/sh
exec vault server
EOF
ENTRYPOINT ["sh", "-c", "vault login \\"$T\\" && exec app"]
CMD ["vault", "server", "-dev"]
HEALTHCHECK --interval=5s CMD vault status || exit 1
RUN make
`;
    expect(scriptsOf(dockerfileShellParser, text)).toEqual([
      ['build', ['apk add vault', 'vault login $TOKEN', 'true']],
      ['build', ['vault status']],
      ['file', ['exec vault server']],
      ['start', ['vault login \\"$T\\"', 'exec app']],
      ['start', ['vault", "server", "-dev']],
      ['healthcheck', ['vault status', 'exit 1']],
    ]);
  });
  test('other interpreters and the escape character of Windows are left alone', () => {
    expect(scriptsOf(dockerfileShellParser, 'FROM a\nRUN python3 <<EOF\nvault = 1\nEOF\n')).toEqual([]);
    expect(scriptsOf(dockerfileShellParser, 'FROM a\nRUN <<EOF python3\nvault = 1\nEOF\n')).toEqual([]);
    expect(scriptsOf(dockerfileShellParser, 'FROM a\nRUN <<EOF sh -c cat\nvault login x\nEOF\n')).toEqual([]);
    expect(
      scriptsOf(dockerfileShellParser, "FROM a\nRUN <<-'EOF' /bin/bash -e\n\tvault login x\n\tEOF\n"),
    ).toHaveLength(1);
    expect(scriptsOf(dockerfileShellParser, '# escape=`\nFROM a\nRUN vault status\n')).toEqual([]);
  });
});

describe('compose files', () => {
  test('texts, lists, blocks and health checks; two dollars are one', () => {
    const text = `services:
  a:
    image: vault
    entrypoint: ["/bin/sh", "-c", "vault status"]
    command: sh -c "vault login $$T && exec app"
    healthcheck:
      test: ["CMD-SHELL", "vault status || exit 1"]
  b:
    image: x
    command:
      - sh
      - -c
      - |
        vault kv get "secret/foo"
        exec app
    healthcheck:
      test: ["CMD", "vault", "status"]
`;
    expect(scriptsOf(composeShellParser, text)).toEqual([
      ['start', ['vault status']],
      ['start', ['sh -c "vault login $$T && exec app"', 'vault login $$T', 'exec app']],
      ['healthcheck', ['vault status', 'exit 1']],
      ['start', ['vault kv get "secret/foo"', 'exec app']],
      ['healthcheck', ['vault", "status']],
    ]);
  });
  test('a file without services or without a word of a rule is not parsed', () => {
    expect(composeShellParser.anchor!.test('vault: 1\n')).toBe(false);
    expect(composeShellParser.anchor!.test('services:\n  a:\n    command: make\n')).toBe(false);
  });
});

describe('offsets of a value', () => {
  test('pass over escapes and indents', () => {
    const text = 'x: "a\\"b"';
    expect(alignOffsets({ value: 'a"b', range: { start: 4, end: 8 } }, text).slice(0, 3)).toEqual([4, 6, 7]);
  });
  test('stand at the beginning where the value is not what is written', () => {
    expect(alignOffsets({ value: 'zz', range: { start: 2, end: 5 } }, 'a: bcd')).toEqual([2, 2, 2]);
  });
});
