import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'file of secrets in an image',
  severity: 'high',
  confidence: 'medium',
  why: 'the file is in its layer, also when a later one deletes it: whoever pulls the image has it',
  fix: 'build the image again without it (.dockerignore, `RUN --mount=type=secret`), and revoke what it held',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS104'],
  cwe: [538],
  *check({ data }) {
    for (const { path, what, isUnsure, range } of data.files) {
      if (/of Vault$|^git repository$/.test(what) && what !== 'unseal keys of Vault') continue;
      const less = isUnsure ? ({ severity: 'low', confidence: 'low' } as const) : {};
      yield { message: `${what} in /${path}`, range, ...less };
    }
  },
});
