import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { allowed_entity_aliases?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['token-role'],
  title: 'a token role lets its user pose as any identity',
  severity: 'high',
  confidence: 'high',
  why: 'whoever may use the role makes a token with the policies of whichever entity they name',
  fix: 'name the aliases in `allowed_entity_aliases`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/token#create-update-token-role'],
  catalogue: ['VA077'],
  cwe: [269],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'token-role'))
      if (role.allowed_entity_aliases?.includes('*'))
        yield about(path, 'the token role allows every identity: allowed_entity_aliases has *');
  },
});
