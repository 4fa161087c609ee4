import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { token_reviewer_jwt_set?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['kubernetes-config'],
  title: 'Vault holds a long-lived token of Kubernetes',
  severity: 'medium',
  confidence: 'high',
  why: 'it may ask the cluster about every token, does not end, and lies in the storage of Vault',
  fix: "leave `token_reviewer_jwt` out: Vault uses its own pod's token, or the client's",
  references: [
    'https://developer.hashicorp.com/vault/docs/auth/kubernetes#how-to-work-with-short-lived-kubernetes-tokens',
  ],
  catalogue: ['VA085'],
  cwe: [798],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'kubernetes-config'))
      if (config.token_reviewer_jwt_set)
        yield about(path, 'the auth method holds a token of Kubernetes: token_reviewer_jwt');
  },
});
