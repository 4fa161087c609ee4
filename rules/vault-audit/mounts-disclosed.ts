import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['ui-mounts'],
  title: 'Vault lists mounts before login',
  severity: 'low',
  confidence: 'high',
  why: 'the names tell which systems are behind Vault, and where to try passwords',
  fix: 'tune the mount with `-listing-visibility=hidden`, unless the login page has to offer it',
  references: ['https://developer.hashicorp.com/vault/docs/commands/auth/tune'],
  catalogue: ['VA018'],
  cwe: [200],
  *check({ data }) {
    for (const { node, data: listed } of nodeAnswersOf<Record<'auth' | 'secret', object | undefined>>(
      data,
      'ui-mounts',
    )) {
      const paths = [
        ...Object.keys(listed.auth ?? {}).map((path) => `auth/${path}`),
        ...Object.keys(listed.secret ?? {}),
      ];
      if (paths.length > 0) yield about(node.address, `without a token Vault lists ${paths.join(', ')}`);
    }
  },
});
