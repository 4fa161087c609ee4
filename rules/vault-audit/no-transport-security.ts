import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'answers lack the header Strict-Transport-Security',
  severity: 'low',
  confidence: 'high',
  why: 'a browser that once typed the name without https keeps asking in the clear',
  fix: 'add `custom_response_headers { "default" = { "Strict-Transport-Security" = ["max-age=31536000"] } }` to the listener',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA010'],
  cwe: [319],
  *check({ data }) {
    for (const { address, servesPlainHttp, headers } of data.nodes)
      if (!servesPlainHttp && !headers['strict-transport-security'])
        yield about(address, 'answers lack the header strict-transport-security');
  },
});
