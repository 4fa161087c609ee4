import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { audience?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['kubernetes-role'],
  title: 'a role of Kubernetes asks for no audience',
  severity: 'medium',
  confidence: 'high',
  why: 'a token that a pod was given for another service logs in here as well',
  fix: 'set `audience` on the role, and project the token with that audience',
  references: ['https://developer.hashicorp.com/vault/docs/auth/kubernetes'],
  catalogue: ['VA085'],
  cwe: [346],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'kubernetes-role'))
      if (!role.audience) yield about(path, 'the role asks for no audience');
  },
});
