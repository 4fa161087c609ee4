import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { bound_service_account_namespaces?: string[]; bound_service_account_namespace_selector?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['kubernetes-role'],
  title: 'a role of Kubernetes takes namespaces by labels beside those it names',
  severity: 'medium',
  confidence: 'medium',
  why: 'the selector and the list are alternatives: whoever may label a namespace opens the role for it',
  fix: 'use either the list or the selector, and guard who may label namespaces',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/kubernetes'],
  catalogue: ['VA085'],
  cwe: [284],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'kubernetes-role'))
      if (role.bound_service_account_namespace_selector && role.bound_service_account_namespaces?.length)
        yield about(path, 'the role takes namespaces by a selector beside those it names');
  },
});
