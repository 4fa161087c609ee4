import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PermissionOptions, Permissions } from '../../src/analysis/permissions.ts';
import { isAllowedValue, isDeniedValue } from '../../src/analysis/policy-parameters.ts';
import { comparePatterns, compilePattern, covers, matchesPath } from '../../src/analysis/policy-pattern.ts';
import type { ParameterValue } from '../../src/model/policy.ts';
import { parseVaultPolicy } from '../../src/parsers/vault-policy.ts';

/** Policies of which each is a list of `path: capability capability` lines. */
function permissions(policies: readonly string[], options: PermissionOptions = {}): Permissions {
  const sources = policies.map((lines, i) => {
    const text = lines
      .split('\n')
      .map((line) => {
        const [path, words = ''] = line.split(': ');
        const list = words.split(' ').filter((word) => word !== '');
        return `path "${path}" {\n capabilities = ${JSON.stringify(list)}\n}`;
      })
      .join('\n');
    const policy = parseVaultPolicy(text, { name: `p${i}` });
    expect(policy.errors).toEqual([]);
    return { file: `p${i}.hcl`, policy };
  });
  return new Permissions(sources, options);
}

const can = (policies: string[], path: string, options?: PermissionOptions) =>
  permissions(policies, options).capabilities(path).capabilities.join(' ');

describe('the rule that counts', () => {
  test.each([
    ['secret/*', 'secret/+/prefix-*', 'secret/alice/prefix-test', 'secret/*'],
    ['foo/metadata/*', 'foo/metadata/+/private/*', 'foo/metadata/a/private/x', 'foo/metadata/*'],
    ['secret/*', 'secret/+/admin', 'secret/a/admin', 'secret/+/admin'],
    ['secret/a*', 'secret/+', 'secret/abc', 'secret/a*'],
    ['secret/data/team/*', 'secret/data/+/admin', 'secret/data/team/admin', 'secret/data/team/*'],
    ['*', 'sys/+/acl/*', 'sys/policies/acl/x', 'sys/+/acl/*'],
    ['+/data/*', 'secret/*', 'secret/data/x', 'secret/*'],
    ['secret/*', 'secret/a', 'secret/a', 'secret/a'],
    ['secret/+/x', 'secret/+/+', 'secret/a/x', 'secret/+/x'],
    ['secret/+/b*', 'secret/+/ba*', 'secret/a/bar', 'secret/+/ba*'],
    ['secret/*', 'secret/*x', 'secret/*x', 'secret/*x'],
    ['secret/+x', 'secret/*', 'secret/+x', 'secret/+x'],
  ])('of %s and %s on %s is %s', (first, second, path, winner) => {
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const { rule } = permissions([`${order[0]}: read\n${order[1]}: read`]).capabilities(path);
      expect(rule?.pattern.text).toBe(winner);
      expect(rule?.sources).toHaveLength(1);
    }
  });

  test('rules for one path add up across policies, but for a deny', () => {
    expect(can(['a/*: read', 'a/*: list update'], 'a/b')).toBe('list read update');
    expect(can(['a/*: read', 'a/*: deny', 'a/*: update'], 'a/b')).toBe('deny');
    const { rule } = permissions(['a/*: read', 'a/*: deny']).capabilities('a/b');
    expect(rule?.sources.map(({ file }) => file)).toEqual(['p1.hcl']);
  });

  test('a rule that grants nothing still counts', () => {
    expect(can(['a/*: read\na/b: '], 'a/b')).toBe('deny');
  });

  test('slashes at the start and at the end', () => {
    expect(can(['/a: read'], '//a')).toBe('read');
    expect(can(['a: list'], 'a/')).toBe('list');
    expect(can(['a/: list'], 'a')).toBe('deny');
    expect(can(['a/+: read\na/+/: list'], 'a/b/')).toBe('read');
  });
});

describe('dialects', () => {
  test('a list with the slash looks for wildcards without it first, until that was fixed', () => {
    const policies = ['a/b*: deny\na/b/*: list'];
    expect(can(policies, 'a/b/')).toBe('deny');
    expect(can(policies, 'a/b/', { dialect: { flavour: 'vault', version: '1.21.8' } })).toBe('list');
    expect(can(policies, 'a/b/', { dialect: { flavour: 'vault', version: '1.20.12' } })).toBe('deny');
    expect(can(policies, 'a/b/', { dialect: { flavour: 'openbao', version: '2.4.0' } })).toBe('list');
  });
});

describe('templates', () => {
  const identity = {
    entity: {
      id: 'e1',
      name: 'alice',
      metadata: { team: 'blue' },
      aliases: [{ mount_accessor: 'auth_1', name: 'al', metadata: { role: 'r' }, custom_metadata: { x: 'y' } }],
    },
    groups: [{ id: 'g1', name: 'ops', metadata: { zone: 'eu' } }],
  };
  test.each([
    ['{{identity.entity.id}}', 'e1'],
    ['{{ identity.entity.name }}', 'alice'],
    ['{{identity.entity.metadata.team}}', 'blue'],
    ['{{identity.entity.aliases.auth_1.name}}', 'al'],
    ['{{identity.entity.aliases.auth_1.metadata.role}}', 'r'],
    ['{{identity.entity.aliases.auth_1.custom_metadata.x}}', 'y'],
    ['{{identity.groups.ids.g1.name}}', 'ops'],
    ['{{identity.groups.names.ops.id}}', 'g1'],
    ['{{identity.groups.names.ops.metadata.zone}}', 'eu'],
    ['{{time.now}}', '60'],
    ['{{time.now.plus.1h}}', '3660'],
  ])('%s is %s', (template, value) => {
    expect(can([`a/${template}/*: read`], `a/${value}/x`, { identity, now: new Date(60_000) })).toBe('read');
  });

  test.each([
    '{{identity.entity.metadata.none}}',
    '{{identity.entity.aliases.other.name}}',
    '{{identity.groups.names.none.id}}',
    '{{nonsense}}',
    '{{identity.entity.metadata.constructor}}',
  ])('a rule with %s is left out', (template) => {
    const result = permissions([`a/${template}/*: read\na/*: list`], { identity });
    expect(result.unrendered).toHaveLength(1);
    expect(result.capabilities('a/x/y').capabilities).toEqual(['list']);
  });

  test('without an identity too', () => {
    expect(permissions(['a/{{identity.entity.id}}: read']).unrendered).toHaveLength(1);
  });

  test('wildcards that a value brings in count, until newer versions refuse them', () => {
    const tricky = { entity: { metadata: { team: '+' } } };
    const policies = ['a/{{identity.entity.metadata.team}}/x: read'];
    expect(can(policies, 'a/other/x', { identity: tricky })).toBe('read');
    const dialect = { flavour: 'vault', version: '1.21.6' } as const;
    expect(can(policies, 'a/other/x', { identity: tricky, dialect })).toBe('deny');
    expect(can(['a/{{identity.entity.metadata.team}}*: read', 'b: read'], 'b', { identity: tricky })).toBe('deny');
  });
});

describe('values of parameters', () => {
  test.each<[ParameterValue, ParameterValue[], boolean, boolean]>([
    ['x', [], true, true],
    ['app-1', ['app-*'], true, true],
    ['app-1,admin', ['app-*'], true, true],
    ['b-1,admin', ['app-*'], false, false],
    [['app-1', 'admin'], ['app-*'], false, true],
    ['x', ['*'], false, false],
    [1, [1], false, false],
    [true, [true], true, true],
    [null, [null], true, true],
  ])('%j of %j: allowed %s, denied %s', (value, list, allowed, denied) => {
    expect(isAllowedValue(value, list, true)).toBe(allowed);
    expect(isDeniedValue(value, list, true)).toBe(denied);
  });
  test('before 1.21 lists were compared as a whole', () => {
    expect(isAllowedValue(['a'], ['a'], false)).toBe(false);
    expect(isAllowedValue(['a'], ['a'], true)).toBe(true);
  });
});

describe('patterns', () => {
  const segments = fc.constantFrom('a', 'b', 'ab', '+', '');
  const patterns = fc
    .tuple(fc.array(segments, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '*', '/*'))
    .map(([parts, end]) => parts.join('/') + end)
    .filter((path) => !path.includes('+*'));
  const paths = fc.array(fc.constantFrom('a', 'b', 'ab', 'abc', ''), { minLength: 1, maxLength: 5 });

  test('one covers another exactly when no path speaks against it', () => {
    fc.assert(
      fc.property(patterns, patterns, paths, (a, b, path) => {
        const [outer, inner] = [compilePattern(a), compilePattern(b)];
        if (covers(outer, inner) && matchesPath(inner, path)) expect(matchesPath(outer, path)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(covers(compilePattern('a/*'), compilePattern('a/+/b'))).toBe(true);
    expect(covers(compilePattern('a/+'), compilePattern('a/b*'))).toBe(false);
    expect(covers(compilePattern('a/b*'), compilePattern('a/+'))).toBe(false);
  });
  test('of two different ones one always ranks higher', () => {
    fc.assert(
      fc.property(patterns, patterns, (a, b) => {
        const order = comparePatterns(compilePattern(a), compilePattern(b));
        expect(Math.sign(order) + Math.sign(comparePatterns(compilePattern(b), compilePattern(a)))).toBe(0);
        // Vault takes one leading slash off.
        expect(order === 0).toBe(a.replace(/^\//, '') === b.replace(/^\//, ''));
      }),
    );
  });
  test('the index finds what trying every rule finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(patterns, { minLength: 1, maxLength: 8 }), paths, (list, parts) => {
        const all = permissions([list.map((path) => `${path}: read`).join('\n')]);
        const path = parts.join('/').replace(/^\/+/, '');
        const matching = all.rules.filter(({ pattern }) => matchesPath(pattern, path.split('/')));
        const exact = matching.find(({ pattern }) => pattern.kind === 'exact');
        // Of several prefixes Vault looks at the longest only, which also ranks highest.
        const best = exact ?? matching.sort((a, b) => comparePatterns(b.pattern, a.pattern))[0];
        expect(all.find(path, false)).toBe(best);
      }),
      { numRuns: 2000 },
    );
  });
});
