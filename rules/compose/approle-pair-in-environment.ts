import { isLiteral } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'RoleID and SecretID handed over together, unwrapped',
  severity: 'medium',
  confidence: 'high',
  why: 'both halves of the login lie in `docker inspect` and in every child process: whoever sees them is the service until the SecretID is destroyed',
  fix: 'deliver the SecretID on its own way, response-wrapped and used once, as a file that the Agent removes after reading',
  references: [
    'https://developer.hashicorp.com/vault/docs/auth/approle/approle-pattern',
    'https://developer.hashicorp.com/vault/docs/concepts/response-wrapping',
  ],
  catalogue: ['VS409'],
  cwe: [522, 526],
  *check({ data }) {
    const seen = new Set<number>();
    for (const { name: service, variables } of data.services) {
      const set = variables.filter(({ section, value }) => section === 'environment' && value !== '');
      const secretId = set.find(({ name }) => /(?:^|_)SECRET_?ID$/i.test(name) && !/AWS|AZURE|CLIENT/i.test(name));
      const prefix = secretId?.name.replace(/SECRET_?ID$/i, '');
      const roleId = set.find(
        ({ name }) => /(?:^|_)ROLE_?ID$/i.test(name) && name.replace(/ROLE_?ID$/i, '') === prefix,
      );
      if (!secretId || !roleId || seen.has(secretId.nameRange.start)) continue;
      seen.add(secretId.nameRange.start);
      const secret = isLiteral(secretId.value) && secretId.valueRange ? { secret: secretId.valueRange } : {};
      yield {
        message: `service ${service} gets ${roleId.name} and ${secretId.name} as variables`,
        range: secretId.nameRange,
        paste: `${secretId.name}_FILE: /run/vault/wrapped-secret-id`,
        ...secret,
      };
    }
  },
});
