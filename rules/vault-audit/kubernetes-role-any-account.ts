import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = {
  bound_service_account_names?: string[];
  bound_service_account_namespaces?: string[];
  bound_service_account_namespace_selector?: string;
};
/** A label selector that matches every namespace. */
const EVERY = /^\s*(?:\{\s*\}|\{\s*"matchLabels"\s*:\s*\{\s*\}\s*\})\s*$/;

export default defineRule({
  artifact: 'vault',
  reads: ['kubernetes-role'],
  title: 'a role of Kubernetes takes any service account, or any namespace',
  severity: 'high',
  confidence: 'high',
  why: 'whoever may start a pod there gets the secrets of the role',
  fix: 'name the service account and its namespace in the role',
  references: ['https://developer.hashicorp.com/vault/docs/auth/kubernetes'],
  catalogue: ['VA085'],
  cwe: [284],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'kubernetes-role')) {
      const isAnyName = role.bound_service_account_names?.includes('*');
      const isAnySpace =
        role.bound_service_account_namespaces?.includes('*') ||
        EVERY.test(role.bound_service_account_namespace_selector ?? '');
      if (isAnyName && isAnySpace) yield about(path, 'the role takes any service account of any namespace', 'critical');
      else if (isAnyName)
        yield about(
          path,
          `the role takes any service account of the namespace ${role.bound_service_account_namespaces?.join(', ')}`,
        );
      else if (isAnySpace)
        yield about(
          path,
          `the role takes the service account ${role.bound_service_account_names?.join(', ')} of any namespace`,
        );
    }
  },
});
