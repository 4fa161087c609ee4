import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from './package-folder.ts';
import type { RuleExamples } from './reporters/explain.ts';

/** The page of a built-in rule as it lies in the package, `docs/rules/ID.md`; nothing where the package has none. */
export function readRuleDocs(id: string): string | undefined {
  try {
    return readFileSync(join(PACKAGE_FOLDER, 'docs/rules', `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

/** The examples that a page shows. */
export function examplesOf(page: string | undefined): RuleExamples {
  const block = (heading: string) => {
    const start = page?.indexOf(`\n## ${heading}\n`) ?? -1;
    return start < 0 ? undefined : /\n````\n(.*?)\n````\n/s.exec(page!.slice(start))?.[1];
  };
  const [bad, good] = [block('Found'), block('Not found')];
  return { bad: bad === undefined ? [] : [withoutMarks(bad)], good: good === undefined ? [] : [withoutMarks(good)] };
}

/** Lines of fixtures that say what is expected below them, and the marks of made-up values, help tests and not people. */
function withoutMarks(example: string): string {
  return example
    .split('\n')
    .filter((line) => !/^\s*(?:#|\/\/) expect: /.test(line))
    .join('\n')
    .replace(/\{\{fake [^}]*\}\}/g, '****');
}
