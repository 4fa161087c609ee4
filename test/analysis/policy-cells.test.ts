import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Permissions } from '../../src/analysis/permissions.ts';
import { cellsOf } from '../../src/analysis/policy-cells.ts';
import { anyGrant, comparePolicies, witnessAgainst } from '../../src/analysis/policy-difference.ts';
import { compilePattern, matchesPath, overlaps } from '../../src/analysis/policy-pattern.ts';
import { PolicyHolders } from '../../src/analysis/policy-who.ts';
import { parseVaultPolicy } from '../../src/parsers/vault-policy.ts';

const segment = fc.constantFrom('a', 'b', 'ab', '+', '', '+a');
const pattern = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '*', '/*', '/'))
  .map(([parts, end]) => parts.join('/') + end)
  .filter((path) => !path.includes('+*'));
const path = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'abc', 'c', '', '+a'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('/'))
  .filter((where) => where !== '' && !where.startsWith('/'));
const capabilities = fc.constantFrom('"read"', '"list"', '"read", "list"', '"update", "sudo"', '"deny"', '');
const rule = fc
  .tuple(pattern, capabilities)
  .map(([where, list]) => `path "${where}" {\n capabilities = [${list}]\n}\n`);
const policy = fc.array(rule, { maxLength: 6 }).map((rules) => `name = "p"\n${rules.join('')}`);

const source = (text: string, name = 'p') => ({ file: `${name}.hcl`, policy: parseVaultPolicy(text, { name }) });
const permissions = (...texts: string[]) => new Permissions(texts.map((text) => source(text)));
/** What requests other than lists may do on a path; where it ends with a slash, what a list may do is in it too. */
function allowed(of: Permissions, where: string): string[] {
  const granted = [false, true].flatMap((isList) => {
    const rule = isList && !where.endsWith('/') ? undefined : of.find(where, isList);
    return [...(rule?.capabilities ?? [])].filter((name) => name !== 'deny' && (name === 'list') === isList);
  });
  return granted.sort();
}

describe('cells', () => {
  test('hold every path: what matches it matches the witness of a cell, and nothing else does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 7 }), path, (list, where) => {
        const patterns = list.map(compilePattern);
        const matching = (text: string) =>
          patterns.flatMap((compiled, i) => (matchesPath(compiled, text.split('/')) ? [i] : [])).join();
        const cells = [...cellsOf(patterns)];
        const sorted = (indexes: readonly number[]) => indexes.toSorted((a, b) => a - b).join();
        for (const cell of cells) {
          expect(sorted(cell.matching)).toBe(matching(cell.witness));
          expect(sorted(cell.matchingWithSlash)).toBe(matching(`${cell.witness}/`));
        }
        const pair = [matching(where), matching(`${where}/`)].join('|');
        expect(cells.map((cell) => [sorted(cell.matching), sorted(cell.matchingWithSlash)].join('|'))).toContain(pair);
      }),
      { numRuns: 2000 },
    );
  });

  test('overlapping is what has a common cell', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const pair = [compilePattern(a), compilePattern(b)] as const;
        const isCommon = [...cellsOf(pair)].some(({ matching }) => matching.length === 2);
        // A path that begins with a slash is no request's.
        if (!/^[/*+]|^$/.test(a + b) && a !== '' && b !== '') expect(overlaps(...pair)).toBe(isCommon);
        else if (isCommon) expect(overlaps(...pair)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('what would take too long is refused', () => {
    const long = compilePattern(`${'a/+/'.repeat(100_000)}x`);
    expect(() => [...cellsOf([long], 1000)]).toThrow('more kinds of paths than can be looked at');
  });

  test('many rules with + stay few', () => {
    const patterns = Array.from({ length: 2000 }, (_, i) => compilePattern(`team-${i % 100}/+/app-${i}/*`));
    expect([...cellsOf(patterns)].length).toBeLessThan(10_000);
  });
});

describe('the difference of two policies', () => {
  test('has a witness for everything that any path gains or loses', () => {
    fc.assert(
      fc.property(policy, policy, path, (old, now, where) => {
        const [before, after] = [permissions(old), permissions(now)];
        const { changes } = comparePolicies(before, after);
        for (const { witness, gained, lost } of changes) {
          for (const capability of gained) {
            expect(allowed(after, witness)).toContain(capability);
            expect(allowed(before, witness)).not.toContain(capability);
          }
          for (const capability of lost) expect(allowed(after, witness)).not.toContain(capability);
        }
        const gainedHere = allowed(after, where).filter((name) => !allowed(before, where).includes(name));
        const gainedSomewhere = changes.flatMap(({ gained }) => gained);
        expect(gainedSomewhere).toEqual(expect.arrayContaining(gainedHere));
        expect(witnessAgainst(before, after) === undefined).toBe(gainedSomewhere.length === 0);
      }),
      { numRuns: 1500 },
    );
  });

  test('of a policy and itself is empty', () => {
    fc.assert(
      fc.property(policy, (text) => {
        expect(comparePolicies(permissions(text), permissions(text))).toEqual({ changes: [], conditions: [] });
      }),
    );
  });

  test('tells a rule that takes rights away, and one that brings them back', () => {
    const broad = 'path "secret/*" {\n capabilities = ["read"]\n}\n';
    const narrow = `${broad}path "secret/+/admin" {\n capabilities = ["deny"]\n}\n`;
    const { changes } = comparePolicies(permissions(narrow), permissions(broad));
    expect(changes).toMatchObject([{ witness: 'secret/x/admin', gained: ['read'], lost: [] }]);
    expect(comparePolicies(permissions(broad), permissions(narrow)).changes).toMatchObject([{ lost: ['read'] }]);
  });

  test('tells other conditions', () => {
    const text = (list: string) => `path "a" {\n capabilities = ["update"]\n allowed_parameters = { x = [${list}] }\n}`;
    const { changes, conditions } = comparePolicies(permissions(text('"1"')), permissions(text('"2"')));
    expect(changes).toEqual([]);
    expect(conditions).toMatchObject([{ witness: 'a' }]);
  });

  test('emptiness', () => {
    expect(anyGrant(permissions('path "a/*" {\n capabilities = ["deny"]\n}'))).toBeUndefined();
    expect(
      anyGrant(permissions('path "a/*" {\n policy = "deny"\n}\npath "a/+/b" {\n capabilities = ["list"]\n}')),
    ).toMatchObject({
      witness: 'a/x/b/',
    });
  });
});

describe('who can', () => {
  const holders = new PolicyHolders([
    source(
      'path "secret/data/*" {\n capabilities = ["read"]\n}\npath "secret/data/admin" {\n policy = "deny"\n}',
      'app',
    ),
    source('path "+/data/admin" {\n capabilities = ["update"]\n}', 'ops'),
    source('path "kv/*" {\n policy = "deny"\n}', 'none'),
  ]);
  const names = (where: string) => holders.whoCan(where).map(({ source: { policy: found } }) => found.name);

  test.each([
    ['secret/data/x', ['app']],
    ['secret/data/admin', ['ops']],
    ['kv/x', []],
    ['secret/*', ['app', 'ops']],
    ['+/data/admin', ['ops']],
    ['kv/+', []],
  ])('%s', (where, expected) => {
    expect(names(where)).toEqual(expected);
  });

  test('a pattern is answered with a path', () => {
    expect(holders.whoCan('other/+/admin')).toMatchObject([{ witness: 'other/data/admin', capabilities: ['update'] }]);
  });
});
