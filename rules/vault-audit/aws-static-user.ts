import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Root = { role_arn?: string; rotation_period?: number; rotation_schedule?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['aws-role', 'aws-root'],
  title: 'Vault makes users of AWS, or holds a key that is not rotated',
  severity: 'medium',
  confidence: 'high',
  why: 'keys of users do not end by themselves; the key of Vault itself may make more',
  fix: 'use `credential_type=assumed_role`, and a role for Vault (`role_arn`) or a `rotation_period`',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/aws'],
  catalogue: ['VA108'],
  cwe: [262],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ credential_type?: string }>(data, 'aws-role'))
      if (role.credential_type === 'iam_user')
        yield about(path, 'the role makes users of AWS: credential_type iam_user');
    for (const { path, data: root } of answersOf<Root>(data, 'aws-root'))
      if (!root.role_arn && !root.rotation_period && !root.rotation_schedule)
        yield about(path, 'the key that Vault holds is not rotated by itself', 'low');
  },
});
