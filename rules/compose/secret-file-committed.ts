import { posix } from 'node:path';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['compose'],
  title: 'file of a secret that git tracks',
  severity: 'high',
  confidence: 'high',
  why: 'whoever reads the repository, now or later, has the secret',
  fix: 'take the file out of git, change the value, and let Vault Agent write it where compose reads it',
  references: ['https://docs.docker.com/compose/how-tos/use-secrets/'],
  catalogue: ['VS404'],
  cwe: [538, 798],
  *check({ data }) {
    if (!data.tracked) return;
    const tracked = new Set(data.tracked);
    for (const { path, data: compose } of artifactsOf(data, 'compose'))
      for (const { name, file } of compose.secrets) {
        const target = file && posix.join(posix.dirname(path), file.value);
        // Certificates are for everybody.
        if (
          target === undefined ||
          !tracked.has(target) ||
          /\.(?:crt|cer|pub|example|sample)$|(?:^|[/._-])(?:ca|cert|chain)\.pem$/i.test(target)
        )
          continue;
        yield {
          path,
          range: file!.range,
          message: `git tracks ${target}, the file of secret ${name}`,
          paste: `git rm --cached ${target} && echo /${target} >> .gitignore`,
        };
      }
  },
});
