import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog.ts';
import { readConfig } from '../../src/config.ts';
import type { Report } from '../../src/model/report.ts';
import { scan } from '../../src/scan.ts';
import { ARTICLE } from './table.ts';

const PROJECTS = join(import.meta.dirname, '../../fixtures/projects');
const known = new Set(loadCatalog().map(({ id }) => id));

function scanProject(name: string): Promise<Report> {
  return scan({
    target: join(PROJECTS, name),
    only: [],
    skip: [],
    config: readConfig(join(PROJECTS, name)),
    isExcluded: () => false,
    jobs: 1,
    signal: new AbortController().signal,
  });
}

describe('the article', () => {
  let fired: Set<string>;
  beforeAll(async () => {
    fired = new Set((await scanProject('shop')).findings.map(({ ruleId }) => ruleId));
  });

  test.each(ARTICLE)('$part: $advice', ({ rules = [], later }) => {
    expect(rules.length > 0 || later !== undefined).toBe(true);
    for (const id of rules) {
      expect(known, id).toContain(id);
      expect(fired, `${id} finds nothing in fixtures/projects/shop`).toContain(id);
    }
  });

  test('is told whole, and once', () => {
    const count = (part: string) => ARTICLE.filter((row) => row.part === part).length;
    // The article has ten practices, five pitfalls, five considerations and seven steps; some are told in several rows.
    expect(count('best practice')).toBeGreaterThanOrEqual(10);
    expect(count('pitfall')).toBeGreaterThanOrEqual(5);
    expect(count('security')).toBeGreaterThanOrEqual(5);
    expect(count('production')).toBeGreaterThanOrEqual(7);
    expect(new Set(ARTICLE.map(({ part, advice }) => `${part}: ${advice}`)).size).toBe(ARTICLE.length);
  });

  test('is followed by the fixed shop, in which nothing is found and nothing left unread', async () => {
    const { findings, problems, coverage } = await scanProject('shop-fixed');
    expect(findings.map(({ ruleId, origin, region }) => `${ruleId} ${origin.path}:${region.startLine}`)).toEqual([]);
    expect(problems).toEqual([]);
    expect(coverage.files).toBeGreaterThan(100);
  });
});
