import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { alias_name_source?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['kubernetes-role'],
  title: 'identities of Kubernetes are told by the name of the account',
  severity: 'medium',
  confidence: 'high',
  why: 'an account that is deleted and made anew inherits the rights of the old one',
  fix: 'set `alias_name_source=serviceaccount_uid` (the default)',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/kubernetes'],
  catalogue: ['VA085'],
  cwe: [290],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'kubernetes-role'))
      if (role.alias_name_source === 'serviceaccount_name')
        yield about(path, 'the role tells accounts by their name: alias_name_source');
  },
});
