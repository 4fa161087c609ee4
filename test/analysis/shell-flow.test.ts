import { beforeAll, describe, expect, test } from 'vitest';
import { shellFlow } from '../../src/analysis/shell-flow.ts';
import { programOf } from '../../src/analysis/shell-program.ts';
import { shellStates } from '../../src/analysis/shell-state.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import { durationSeconds } from '../../src/analysis/vault-database.ts';
import { parseShell } from '../../src/parsers/shell.ts';
import { prepareShellGrammar } from '../../src/parsers/syntax-tree.ts';

beforeAll(prepareShellGrammar);

const scriptOf = (text: string) => parseShell(text).script;

/** Commands, as they are written, to which something secret is given as a word. */
function given(text: string): string[] {
  const script = scriptOf(text);
  return shellFlow(script).commands.flatMap(({ words }, i) => {
    const { start, end } = script.commands[i]!.range;
    return words.some((secret) => secret?.origin === 'fetched') ? [text.slice(start, end)] : [];
  });
}

describe('a secret is followed', () => {
  test.each([
    ['through a variable', 'p=$(vault kv get -field=p secret/a)\nuse "$p"\n'],
    ['through two variables', 'p=$(vault kv get -field=p secret/a)\nq="x:$p"\nuse "$q"\n'],
    ['through export', 'export P=$(vault read -field=password database/creds/a)\nuse "$P"\n'],
    ['through a pipe', 'p=$(vault kv get -format=json secret/a | jq -r .data | tr -d x)\nuse "$p"\n'],
    ['through the output of a function', 'get() { vault kv get -field=p "secret/$1"; }\np=$(get a)\nuse "$p"\n'],
    ['through printf', 'p=$(vault kv get secret/a)\nq=$(printf %s "$p" | base64)\nuse "$q"\n'],
    ['through a here-string', 'p=$(vault kv get secret/a)\nq=$(base64 -d <<< "$p")\nuse "$q"\n'],
    ['through read', 'read -r p < /run/secrets/p\nuse "$p"\n'],
    ['through a file of secrets', 'p=$(cat /run/secrets/p)\nuse "$p"\n'],
    ['through a variable that names a file', 'p=$(cat "$DB_PASSWORD_FILE")\nuse "$p"\n'],
    ['through a loop', 'for p in $(vault kv get secret/a); do use "$p"; done\n'],
    ['through a default', 'use "${P:-$(vault kv get -field=p secret/a)}"\n'],
    ['from a login', 't=$(vault write -field=token auth/approle/login role_id=@r secret_id=@s)\nuse "$t"\n'],
    [
      'from an answer over HTTP',
      't=$(curl -d @login.json https://v/v1/auth/approle/login | jq -r .auth.client_token)\nuse "$t"\n',
    ],
    ['from a store of a cloud', 'p=$(aws secretsmanager get-secret-value --secret-id x)\nuse "$p"\n'],
  ])('%s', (_, text) => {
    expect(given(text).map((command) => command.split(' ')[0])).toContain('use');
  });
  test('through the argument of a function', () => {
    expect(given('show() {\n  local v="$1"\n  use "$v"\n}\np=$(vault kv get secret/a)\nshow "$p"\n')).toEqual([
      'use "$v"',
      'show "$p"',
    ]);
  });
});

describe('what is no secret any more', () => {
  test.each([
    ['a sum', 'p=$(vault kv get secret/a | sha256sum)\nuse "$p"\n'],
    ['a length', 'p=$(vault kv get secret/a)\nuse "${#p}"\n'],
    ['whether it is there', 'p=$(vault kv get secret/a)\nuse "${p:+yes}"\n'],
    ['a variable with another value', 'p=$(vault kv get secret/a)\np=other\nuse "$p"\n'],
    ['a variable that was unset', 'p=$(vault kv get secret/a)\nunset p\nuse "$p"\n'],
    ['a field that is public', 'p=$(vault read -field=role_id auth/approle/role/a/role-id)\nuse "$p"\n'],
    ['a status', 'p=$(vault status -format=json | jq .sealed)\nuse "$p"\n'],
    ['what went to a file', 'p=$(vault kv get secret/a > f; echo done)\nuse "$p"\n'],
    ['metadata', 'p=$(vault kv get -format=json secret/a | jq .lease_id)\nuse "$p"\n'],
  ])('%s', (_, text) => {
    expect(given(text)).toEqual([]);
  });
});

describe('programs', () => {
  test.each([
    ['sudo -u app env A=1 vault status', 'vault', ['status']],
    ['exec gosu app:app server --port 1', 'server', ['--port', '1']],
    ['timeout 5 curl x', 'curl', ['x']],
    ['docker exec -it -e A=1 vault vault operator init', 'vault', ['operator', 'init']],
    ['docker compose exec -T vault vault status', 'vault', ['status']],
    ['kubectl exec -n vault vault-0 -c vault -- vault status', 'vault', ['status']],
    ['docker run --rm -e A image:1 vault status', 'vault', ['status']],
    ['/usr/local/bin/vault status', 'vault', ['status']],
    ['$VAULT status', 'vault', ['status']],
    ['kubectl get secret', 'kubectl', ['get', 'secret']],
  ])('%s', (text, name, args) => {
    const program = programOf(scriptOf(text).commands[0]!);
    expect([program.name, program.args.map((word) => word.text)]).toEqual([name, args]);
  });
});

describe('calls of Vault', () => {
  test.each([
    ['vault kv get -field token secret/a', 'kv get', 'secret/a'],
    ['vault write -f -wrap-ttl=60s auth/approle/role/a/secret-id', 'write', 'auth/approle/role/a/secret-id'],
    ['vault -version', '', ''],
    ['vault operator init -key-shares=1', 'operator init', ''],
    ['bao read /database/creds/a', 'read', 'database/creds/a'],
  ])('%s', (text, verb, path) => {
    expect(vaultCall(scriptOf(text).commands[0]!)).toMatchObject({ verb, path });
  });
  test('fields and flags', () => {
    const call = vaultCall(
      scriptOf('vault write -field token auth/approle/login role_id="$R" secret_id=@f').commands[0]!,
    )!;
    expect(call.flags.get('field')?.value).toBe('token');
    expect(call.fields.map(({ name, value }) => [name, value])).toEqual([
      ['role_id', '$R'],
      ['secret_id', '@f'],
    ]);
  });
});

describe('options of the shell', () => {
  const traced = (text: string) => shellStates(scriptOf(text)).map(({ tracedBy }) => tracedBy !== undefined);

  test('tracing goes on and off, and may be on from the start', () => {
    expect(traced('a\nset -ex\nb\nset +x\nc\n')).toEqual([false, false, true, true, false]);
    expect(traced('#!/bin/sh -x\na\n')).toEqual([true]);
    expect(traced('set -o xtrace\na\n')).toEqual([false, true]);
    expect(traced("bash -xc 'a'\nb\n")).toEqual([false, true, false]);
  });
  test('errors, pipes and the mask of new files', () => {
    const last = (text: string) => shellStates(scriptOf(`${text}\nx\n`)).at(-1);
    expect(last('set -euo pipefail')).toMatchObject({ isErrexit: true, isPipefail: true, isPrivate: false });
    expect(last('set -e; set +e')).toMatchObject({ isErrexit: false });
    expect(last('umask 0077')).toMatchObject({ isPrivate: true });
    expect(last('umask 022')).toMatchObject({ isPrivate: false });
  });
});

test.each([
  ['1h', 3600],
  ['1h30m', 5400],
  ['"24h"', 86_400],
  ['90', 90],
  ['$TTL', undefined],
])('%s is %s seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});
