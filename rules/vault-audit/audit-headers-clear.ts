import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['request-headers'],
  title: 'the audit log holds headers with credentials in the clear',
  severity: 'high',
  confidence: 'high',
  why: 'the log holds the token of every request that carried the header',
  fix: 'audit the header hashed, `vault write sys/config/auditing/request-headers/authorization hmac=true`, or not at all',
  references: ['https://developer.hashicorp.com/vault/api-docs/system/config-auditing'],
  catalogue: ['VA062'],
  cwe: [532],
  *check({ data }) {
    const { headers = {} } = answerOf<{ headers?: Record<string, { hmac?: boolean }> }>(data, 'request-headers') ?? {};
    for (const [name, { hmac }] of Object.entries(headers))
      if (!hmac && /^(?:authorization|proxy-authorization|cookie|x-vault-token|x-api-key)$/i.test(name))
        yield about(
          `sys/config/auditing/request-headers/${name}`,
          `the audit log holds the header ${name} in the clear`,
        );
  },
});
