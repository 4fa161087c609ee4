import { type SecretFileKind, secretFileKind } from '../../src/analysis/secret-file-kind.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { isGitignored } from '../../src/parsers/gitignore.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['gitignore'],
  title: 'file of secrets that the next `git add .` takes in',
  severity: 'medium',
  confidence: 'medium',
  why: 'one hasty commit publishes it to everybody who can clone the repository, for good',
  fix: 'name it in .gitignore, and keep it outside of the repository where you can',
  references: ['https://git-scm.com/docs/gitignore'],
  catalogue: ['VS706'],
  cwe: [538],
  *check({ data }) {
    if (data.tracked === undefined) return;
    const tracked = new Set(data.tracked);
    const gitignores = artifactsOf(data, 'gitignore');
    const open = new Map<SecretFileKind, string[]>();
    for (const path of data.files) {
      const kind = tracked.has(path) ? undefined : secretFileKind(path);
      if (kind && !isGitignored(path, gitignores)) open.set(kind, [...(open.get(kind) ?? []), path]);
    }
    const root = gitignores.find(({ path }) => path === '.gitignore')?.path;
    for (const [kind, [first, ...others]] of open) {
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      const message = `.gitignore does not cover ${first}${more}: ${kind.name}`;
      // In the file itself only where there is no .gitignore: all of it may be the secret.
      const secret = root === undefined ? { secret: { start: 0, end: Number.MAX_SAFE_INTEGER } } : {};
      yield { message, path: root ?? first!, range: { start: 0, end: 0 }, paste: kind.ignore, ...secret };
    }
  },
});
