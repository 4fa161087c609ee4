import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { kubernetes_host?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['kubernetes-config'],
  title: 'Vault asks Kubernetes over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits between them answers instead, and every token they like is taken as good',
  fix: 'give `kubernetes_host` an https address, with `kubernetes_ca_cert`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/kubernetes'],
  catalogue: ['VA085'],
  cwe: [319],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'kubernetes-config'))
      if (config.kubernetes_host?.startsWith('http://'))
        yield about(path, 'the auth method asks Kubernetes over plain HTTP: kubernetes_host');
  },
});
