import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Aws = { policy_document?: string; policy_arns?: string[] | null };
const EVERYTHING = /"Action"\s*:\s*\[?\s*"(?:\*|\*:\*|iam:\*)"/;
const ADMIN = /:policy\/(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

export default defineRule({
  artifact: 'vault',
  reads: ['aws-role', 'gcp-roleset', 'azure-role'],
  title: 'a role gives the whole of a cloud account',
  severity: 'high',
  confidence: 'high',
  why: 'whoever gets a credential of the role owns the account',
  fix: 'write a policy with the actions and resources that the application needs',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/aws'],
  catalogue: ['VA108'],
  cwe: [269],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Aws>(data, 'aws-role')) {
      const arn = (role.policy_arns ?? []).find((one) => ADMIN.test(one));
      if (arn) yield about(path, `the role gives ${arn}`);
      else if (EVERYTHING.test(role.policy_document ?? ''))
        yield about(path, 'the policy document of the role allows every action');
    }
    for (const { path, data: role } of answersOf(data, 'gcp-roleset'))
      if (/roles\/(?:owner|editor)\b/.test(JSON.stringify(role)))
        yield about(path, 'the role set gives owner or editor of Google Cloud');
    for (const { path, data: role } of answersOf(data, 'azure-role'))
      if (/"role_name\\?"\s*:\s*\\?"(?:Owner|Contributor|User Access Administrator)\b/.test(JSON.stringify(role)))
        yield about(path, 'the role gives owner or contributor of Azure');
  },
});
