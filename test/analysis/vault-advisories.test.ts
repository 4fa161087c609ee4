import { describe, expect, test } from 'vitest';
import { advisoriesFor, VAULT_ADVISORIES } from '../../src/analysis/vault-advisories.ts';

const cves = (version: string) => advisoriesFor(version).map(({ cve }) => cve);

describe('known weaknesses of Vault', () => {
  test.each([
    ['1.20.0', 'CVE-2025-6000', true],
    ['1.20.1', 'CVE-2025-6000', false],
    ['1.19.6', 'CVE-2025-6000', true],
    ['1.19.7', 'CVE-2025-6000', false],
    // A line that was never mended, between and below those that were.
    ['1.17.6', 'CVE-2025-6000', true],
    ['0.11.0', 'CVE-2025-6000', true],
    ['1.21.0', 'CVE-2025-6000', false],
    ['2.1.0', 'CVE-2026-5006', false],
  ])('%s and %s: %s', (version, cve, isAffected) => {
    expect(cves(version).includes(cve)).toBe(isAffected);
  });
  test('what is no version has none', () => {
    for (const version of ['', 'latest', '1.2', 'v']) expect(cves(version)).toEqual([]);
    expect(cves('v1.20.0+ent')).toContain('CVE-2025-6000');
  });
  test('every row names a weakness and releases', () => {
    for (const { cve, fixed, what } of VAULT_ADVISORIES) {
      expect(cve).toMatch(/^CVE-\d{4}-\d+$/);
      expect(what).toMatch(/\(HCSEC-\d{4}-\d+\)$/);
      for (const version of fixed) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});
