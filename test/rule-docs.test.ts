import { expect, test } from 'vitest';
import { examplesOf, readRuleDocs } from '../src/rule-docs.ts';

test('examples show no marks of tests, neither of made-up values nor of what is expected', () => {
  const { bad, good } = examplesOf(readRuleDocs('dockerfile/secret-in-arg'));
  expect(bad.join('\n')).toContain('ARG DB_PASSWORD=****');
  expect([...bad, ...good].join('\n')).not.toMatch(/\{\{fake|expect: /);
});
