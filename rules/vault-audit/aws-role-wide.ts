import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = {
  bound_iam_principal_arn?: string[] | null;
  allow_instance_migration?: boolean;
  resolve_aws_unique_ids?: boolean;
};

export default defineRule({
  artifact: 'vault',
  reads: ['aws-auth-role'],
  title: 'a role takes many identities of AWS',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever may make a user or a role in the account gets the secrets of the role',
  fix: 'write the ARN in full in `bound_iam_principal_arn`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/aws'],
  catalogue: ['VA089'],
  cwe: [284],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'aws-auth-role')) {
      const wide = (role.bound_iam_principal_arn ?? []).filter((arn) =>
        /^\*$|::\d*:\*$|:(?:user|role|assumed-role)\/\*$/.test(arn),
      );
      if (wide.length > 0)
        yield about(
          path,
          `the role takes every identity of ${wide.join(', ')}`,
          wide.includes('*') ? 'critical' : 'medium',
        );
      if (role.allow_instance_migration)
        yield about(path, 'an older copy of an instance may log in again: allow_instance_migration');
    }
  },
});
