import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyRule, VaultPolicy } from '../../src/model/policy.ts';
import { looksLikePolicy, parseVaultPolicy, policyNameOf, vaultPolicyParser } from '../../src/parsers/vault-policy.ts';
import { shellPolicyParsers } from '../../src/parsers/vault-policy-shell.ts';

function ruleOf(body: string): PolicyRule {
  const { rules, errors } = parseVaultPolicy(`path "a" {\n${body}\n}`);
  expect(errors).toEqual([]);
  return rules[0]!;
}

function refusal(text: string, flavour: 'vault' | 'openbao' = 'vault', version = '1.21.0'): string {
  const [error] = parseVaultPolicy(text, { dialect: { flavour, version } }).errors;
  return error ? `${error.line}:${error.column} ${error.message}` : 'taken';
}

describe('rules', () => {
  test.each([
    ['capabilities = ["read", "list", "read"]', ['list', 'read']],
    ['capabilities = ["read", "deny", "nonsense"]', ['deny']],
    ['capabilities = []', []],
    ['capabilities {}', []],
    ['policy = "read"', ['list', 'read']],
    ['policy = "write"', ['create', 'delete', 'list', 'read', 'update']],
    ['policy = "sudo"', ['create', 'delete', 'list', 'read', 'sudo', 'update']],
    ['policy = "deny"\ncapabilities = ["read"]', ['deny']],
    ['policy = "read"\ncapabilities = ["update"]', ['list', 'read', 'update']],
    ['capabilities = [<<EOF\nread\nEOF\n]', 'refused'],
  ])('%j', (body, capabilities) => {
    if (capabilities === 'refused') expect(refusal(`path "a" {\n${body}\n}`)).toContain('unknown capability "read\\n"');
    else expect(ruleOf(body).capabilities).toEqual(capabilities);
  });

  test('conditions', () => {
    const rule = ruleOf(`capabilities = ["update"]
      allowed_parameters = { "Policies" = ["app-*", 1, true], "*" = [] }
      denied_parameters { ttl = [] }
      required_parameters = ["ttl", 1]
      min_wrapping_ttl = "1m30s"
      max_wrapping_ttl = 7200
      mfa_methods = ["m"]
      subscribe_event_types = ["*"]`);
    expect(rule).toMatchObject({
      allowedParameters: { policies: ['app-*', 1, true], '*': [] },
      deniedParameters: { ttl: [] },
      requiredParameters: ['ttl', '1'],
      minWrappingSeconds: 90,
      maxWrappingSeconds: 7200,
      mfaMethods: ['m'],
      subscribeEventTypes: ['*'],
    });
  });

  test('places and templates', () => {
    const text = '# c\r\npath "a/{{ identity.entity.id }}/b" {\r\n  capabilities = ["read"]\r\n}\r\n';
    const [rule] = parseVaultPolicy(text, { base: 5, firstLine: 10 }).rules;
    expect(rule!.line).toBe(11);
    expect(rule!.template).toEqual([{ text: 'a/' }, { expression: 'identity.entity.id' }, { text: '/b' }]);
    expect(text.slice(rule!.pathRange.start - 5, rule!.pathRange.end - 5)).toBe('"a/{{ identity.entity.id }}/b"');
    const { range } = rule!.written[0]!;
    expect(text.slice(range.start - 5, range.end - 5)).toBe('"read"');
  });

  test('JSON, and the two forms of a path without a name', () => {
    const json = '{"path": {"a": {"capabilities": ["read"]}, "b": {"policy": "deny"}}}';
    expect(parseVaultPolicy(json).rules.map(({ path, capabilities }) => [path, capabilities])).toEqual([
      ['a', ['read']],
      ['b', ['deny']],
    ]);
    expect(parseVaultPolicy('path { policy = "read" }').rules[0]!.path).toBe('path');
    expect(parseVaultPolicy('{"path": {}}').rules[0]!.path).toBe('path');
  });

  test('base64 is decoded, as Vault decodes it', () => {
    const encoded = Buffer.from('path "a/b" { capabilities = ["read"] }\n').toString('base64');
    expect(parseVaultPolicy(encoded)).toMatchObject({ errors: [], rules: [{ path: 'a/b', line: 1 }] });
    expect(refusal('abcd')).toContain('(decoded from base64)');
  });
});

describe('refusals', () => {
  test.each([
    ['', '1:1 empty policy, expected at least one path'],
    ['foo = 1', '1:1 unknown key foo, expected path or name'],
    ['PATH "a" {}', '1:1 unknown key PATH'],
    ['name = true', '1:8 name is true, expected a string'],
    ['path "a" { capability = ["read"] }', '1:12 unknown key capability of path a, expected capabilities'],
    ['path "a" { capabilities = "read" }', '1:27 capabilities is a string, expected a list such as'],
    ['path "a" { capabilities = [true] }', '1:28 capabilities is true, expected a string'],
    [
      'path "a" { capabilities = ["Read"] }',
      '1:28 unknown capability "Read" of path a, expected one of create, delete',
    ],
    ['path "a" { policy = "admin" }', '1:21 unknown policy "admin" of path a'],
    ['path "a/+*" {}', '1:6 path a/+* holds +*, expected + as a whole segment'],
    ['path "a" = "b"', '1:10 = after several keys'],
    ['path = "b"', '1:8 path path without a block'],
    ['path "a{{b" {}', '1:6 path a{{b with unbalanced {{ and }}'],
    ['path "a" {\n policy = "read"\n policy = "deny"\n}', '3:2 policy is set twice'],
    ['path "a" { min_wrapping_ttl = "1 h" }', '1:31 min_wrapping_ttl is no duration'],
    ['path "a" {\nmin_wrapping_ttl = 2\nmax_wrapping_ttl = "1s"\n}', '3:20 path a with max_wrapping_ttl below'],
    ['path "a" { allowed_parameters = ["a"] }', '1:33 allowed_parameters is a list'],
    ['path "a" { allowed_parameters = { a = "b" } }', '1:39 allowed_parameters a is a string'],
    ['path "a" { control_group = {} }', '1:28 control_group without a factor'],
    ['path "a" { control_group = { factor "f" {} } }', '1:28 factor f without identity'],
    ['path "a" { capabilities = ["\\777"] }', '1:28 capabilities with an escape \\777'],
    ['\ufeffpath "a" {}', '1:1 byte-order mark'],
    ['path "a" {}\0', '1:12 NUL character'],
    [`path "a" {}\n#${'x'.repeat(1024 * 1024)}`, '1:1 policy longer than 1048576 bytes'],
    [`path "a" ${'{a '.repeat(3000)}`, 'more than 2000 levels'],
  ])('%j', (text, message) => {
    expect(refusal(text)).toContain(message);
  });

  test('what depends on the version or on OpenBao', () => {
    const twice = 'path "a" {\n policy = "read"\n policy = "deny"\n}';
    expect(refusal(twice, 'vault', '1.20.4')).toBe('taken');
    expect(refusal('path "a" { capabilities = ["subscribe"] }', 'vault', '1.15.0')).toContain('unknown capability');
    const expiring = 'path "a" { capabilities = ["scan"]\n expiration = "2027-01-01T00:00:00Z" }';
    expect(refusal(expiring)).toContain('unknown capability "scan"');
    expect(refusal('path "a" { expiration = "x" }')).toContain('unknown key expiration');
    expect(refusal(expiring, 'openbao', '2.4.0')).toBe('taken');
    const [rule] = parseVaultPolicy(expiring, { dialect: { flavour: 'openbao', version: '2.4.0' } }).rules;
    expect(rule).toMatchObject({ expiration: '2027-01-01T00:00:00Z', capabilities: ['scan'] });
  });

  test('the longest policy is measured as a request holds it', () => {
    expect(refusal(`#${'x'.repeat(1024 * 1024 - 1)}`)).toBe('taken');
    expect(refusal(`#${'x'.repeat(1024 * 1024)}`)).toContain('policy longer than 1048576 bytes in a request');
    expect(refusal(`#${'"'.repeat(524_287)}`)).toBe('taken');
    expect(refusal(`#${'"'.repeat(524_288)}`)).toContain('policy longer than');
  });

  test('what is well-formed is kept beside what is not', () => {
    const { rules, errors } = parseVaultPolicy(
      'path "a" { capabilities = ["read", ] foo = 1 }\npath "b" { policy = "read" }',
    );
    expect(errors).toHaveLength(1);
    expect(rules.map(({ path, capabilities }) => [path, capabilities])).toEqual([
      ['a', ['read']],
      ['b', ['list', 'read']],
    ]);
  });
});

describe('recognition', () => {
  const isPolicy = (path: string, text: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!vaultPolicyParser.wants({ path, name, head: text.slice(0, 256) })) return false;
    return vaultPolicyParser.anchor!.test(text) && vaultPolicyParser.parse({ path, text }).artifacts.length === 1;
  };
  test.each([
    ['vault/app.hcl', 'path "secret/*" {\n  capabilities = ["read"]\n}', true],
    ['vault/app.json', '{"path": {"a": {"policy": "read"}}}', true],
    ['vault/broken.hcl', 'path "secret/*" {\n  capabilities = ["read"\n}', true],
    ['agent.hcl', 'auto_auth {\n  method "approle" {\n    mount_path = "auth/approle"\n  }\n}', false],
    ['vault/typo.hcl', 'path "secret/*" {\n  capability = ["read"]\n}', true],
    ['vault/old.hcl', 'path "secret/*" {\n  policy = "read"\n}', true],
    ['tsconfig.json', '{"path": "a", "policy": "b"}', false],
    ['vault/app.txt', 'path "secret/*" {\n  capabilities = ["read"]\n}', false],
  ])('%s', (path, text, expected) => {
    expect(isPolicy(path, text)).toBe(expected);
  });
  test('the name of a file is the name of its policy', () => {
    expect(policyNameOf('vault/App.policy.hcl')).toBe('app');
    expect(looksLikePolicy(parseVaultPolicy('name = "x"'))).toBe(false);
  });
});

test('no text makes the parser throw, and every place is within it', () => {
  const pieces = fc.constantFrom(
    ...[
      'path',
      '"a/*"',
      '{',
      '}',
      '[',
      ']',
      '=',
      ',',
      '\n',
      '"read"',
      'capabilities',
      'policy',
      '1',
      'true',
      '{{',
      '}}',
    ],
    ...['allowed_parameters', 'control_group', 'factor', 'identity', 'min_wrapping_ttl', '"1h"', '"\\777"', ':', '\0'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom('', ' '), (list, separator) => {
      const text = list.join(separator);
      const policy = parseVaultPolicy(text);
      expect(structuredClone(policy)).toEqual(policy);
      for (const { range } of [...policy.rules, ...policy.errors]) expect(range.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

describe('policies in scripts', () => {
  const [fromShell, fromDockerfile] = shellPolicyParsers;
  const policy = 'path "kv/a" {\n  capabilities = ["read"]\n}\n';

  test.each([
    ['a heredoc', `vault policy write App - <<EOF\n${policy}EOF\n`],
    ['a quoted heredoc', `vault policy write -address=x app - <<'EOF'\n${policy}EOF\n`],
    ['a heredoc with tabs', `vault policy write app - <<-EOF\n\t${policy}\tEOF\n`],
    ['a pipe', `cat <<EOF | vault policy write app -\n${policy}EOF\n`],
    ['standard input by name', `bao policy write app /dev/stdin <<EOF\n${policy}EOF\n`],
  ])('%s', async (_name, command) => {
    await fromShell!.prepare?.();
    const text = `#!/bin/sh\n${command}`;
    const { artifacts } = fromShell!.parse({ path: 'setup.sh', text });
    expect(artifacts).toMatchObject([
      { kind: 'vault-policy', data: { name: 'app', errors: [], rules: [{ line: 3 }] } },
    ]);
    const { start, end } = (artifacts[0]!.data as VaultPolicy).rules[0]!.pathRange;
    expect(text.slice(start, end)).toBe('"kv/a"');
  });

  test('a file or another command is none', async () => {
    await fromShell!.prepare?.();
    const text = `vault policy write app app.hcl\ncat <<EOF > x\n${policy}EOF\nvault policy read app\n`;
    expect(fromShell!.parse({ path: 'setup.sh', text }).artifacts).toEqual([]);
  });

  test('in a Dockerfile', async () => {
    await fromDockerfile!.prepare?.();
    const text = `FROM x\nRUN <<SCRIPT\nvault policy write app - <<EOF\n${policy}EOF\nSCRIPT\n`;
    expect(fromDockerfile!.parse({ path: 'Dockerfile', text }).artifacts).toMatchObject([
      { kind: 'vault-policy', data: { name: 'app', rules: [{ path: 'kv/a', line: 4 }] } },
    ]);
  });
});
