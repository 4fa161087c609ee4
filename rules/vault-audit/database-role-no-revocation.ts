import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['database-role'],
  title: 'a role does not say how its users are removed',
  severity: 'low',
  confidence: 'medium',
  why: 'the built-in way fails on a user that owns objects or got rights elsewhere: the credential stays',
  fix: 'write `revocation_statements` that end sessions, drop what is owned and drop the user',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  catalogue: ['VA101'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ revocation_statements?: string[] | null }>(data, 'database-role'))
      if (!role.revocation_statements?.length) yield about(path, 'the role has no revocation_statements');
  },
});
