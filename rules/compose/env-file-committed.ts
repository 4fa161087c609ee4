import { posix } from 'node:path';
import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['compose', 'env-file'],
  title: 'environment file with secrets that git tracks',
  severity: 'high',
  confidence: 'high',
  why: 'whoever reads the repository, now or later, has the values',
  fix: 'take the file out of git (`git rm --cached`), name it in .gitignore, change the values, and let Vault Agent write it at run time',
  references: ['https://docs.docker.com/compose/how-tos/environment-variables/best-practices/'],
  catalogue: ['VS402'],
  cwe: [538, 798],
  *check({ data }) {
    if (!data.tracked) return;
    const tracked = new Set(data.tracked);
    const files = new Map(artifactsOf(data, 'env-file').map(({ path, data: file }) => [path, file]));
    const seen = new Set<string>();
    for (const { path, data: compose } of artifactsOf(data, 'compose'))
      for (const { name: service, envFiles } of compose.services)
        for (const { value, range } of envFiles) {
          const file = posix.join(posix.dirname(path), value);
          if (
            !tracked.has(file) ||
            /(?:^|[/._-])(?:test|tests|ci|e2e|example|sample|dummy)\.env$|\.env\.(?:example|sample|test|ci)$/i.test(
              file,
            ) ||
            seen.has(`${path}:${range.start}`)
          )
            continue;
          const secret = files
            .get(file)
            ?.variables.find((variable) => isSecretName(variable.name) && isRealValue(variable.value));
          if (!secret) continue;
          seen.add(`${path}:${range.start}`);
          yield {
            path,
            range,
            message: `git tracks ${file}, which gives ${secret.name} to service ${service}`,
            paste: `git rm --cached ${file} && echo /${file} >> .gitignore`,
          };
        }
  },
});
