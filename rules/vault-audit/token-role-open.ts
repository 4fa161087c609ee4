import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { allowed_policies?: string[] | null; allowed_policies_glob?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['token-role'],
  title: 'a token role names no policy',
  severity: 'low',
  confidence: 'high',
  why: 'it limits nothing: its tokens hold whatever their maker holds',
  fix: 'name the policies in `allowed_policies`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/token#create-update-token-role'],
  catalogue: ['VA077'],
  cwe: [269],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'token-role'))
      if (!role.allowed_policies?.length && !role.allowed_policies_glob?.length)
        yield about(path, 'the token role names no policy');
  },
});
