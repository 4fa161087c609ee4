import { describe, expect, test } from 'vitest';
import { newRuleFiles } from '../../scripts/new-rule.ts';
import { parseDetectorFile } from '../../src/engine/detector-file.ts';

describe('newRuleFiles', () => {
  test('makes a code rule and two fixtures', () => {
    const files = newRuleFiles('dockerfile/foo-bar');
    expect([...files.keys()]).toEqual([
      'rules/dockerfile/foo-bar.ts',
      'fixtures/rules/dockerfile/foo-bar/bad.Dockerfile',
      'fixtures/rules/dockerfile/foo-bar/good.Dockerfile',
    ]);
    expect(files.get('fixtures/rules/dockerfile/foo-bar/bad.Dockerfile')).toContain('# expect: dockerfile/foo-bar');
    expect(files.get('rules/dockerfile/foo-bar.ts')).toContain("artifact: 'dockerfile'");
  });

  test('makes a detector that can not be compiled before it is filled in', () => {
    const text = newRuleFiles('secrets/foo').get('rules/secrets/foo.yaml')!;
    const options = { file: 'rules/secrets/foo.yaml', id: 'secrets/foo' };
    expect(() => parseDetectorFile(text, options)).toThrow('rules/secrets/foo.yaml:2: severity must be one of');
  });

  test.each([
    'foo',
    'dockerfile/',
    'dockerfile/Foo',
    'dockerfile/a/b',
    'dockerfile/../a',
    'nothing/foo',
    '',
  ])('refuses %j', (id) => {
    expect(() => newRuleFiles(id)).toThrow();
  });
});
