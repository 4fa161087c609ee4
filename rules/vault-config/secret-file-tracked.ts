import { isRealValue } from '../../src/analysis/literal-value.ts';
import { secretFileKind } from '../../src/analysis/secret-file-kind.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

/** All of the file: nobody knows which of its lines is the secret. */
const WHOLE_FILE = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** Files that `secrets/committed-secret-file` finds whether git tracks them or not. */
const FOUND_BY_NAME =
  /(?:^|\/)(?:\.vault-token|(?:vault|cluster|unseal)[-_]keys?\.(?:json|txt)|.+\.(?:p12|pfx|jks|keystore|keytab|kdbx))$/i;

export default defineRule({
  artifact: 'project',
  needs: ['env-file'],
  title: 'file of secrets that git tracks',
  severity: 'high',
  confidence: 'medium',
  why: 'everybody who clones the repository has it, and its history keeps it after it is deleted',
  fix: 'revoke what it holds, take it out with `git rm --cached` (and out of the history), and name it in .gitignore',
  references: [
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
  ],
  catalogue: ['VS706'],
  cwe: [538],
  *check({ data }) {
    const present = new Set(data.files);
    const environments = new Map(artifactsOf(data, 'env-file').map(({ path, data: file }) => [path, file]));
    for (const path of data.tracked ?? []) {
      const kind = present.has(path) && !FOUND_BY_NAME.test(path) ? secretFileKind(path) : undefined;
      if (!kind) continue;
      // Many an environment file holds ports and names only.
      const isHarmless = environments
        .get(path)
        ?.variables.every(({ name, value }) => !isSecretName(name) || !isRealValue(value));
      if (isHarmless) continue;
      yield {
        message: `git tracks ${kind.name}`,
        path,
        range: { start: 0, end: 0 },
        secret: WHOLE_FILE,
        paste: `git rm --cached ${path}`,
      };
    }
  },
});
