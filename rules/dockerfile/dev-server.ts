import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'image that runs a Vault development server',
  severity: 'high',
  confidence: 'high',
  why: 'a development server keeps everything in memory, unsealed, over HTTP, with a known root token',
  fix: 'run `vault server -config=/vault/config` with raft storage, TLS and auto-unseal',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/dev-server'],
  catalogue: ['VS110'],
  cwe: [489],
  *check({ data }) {
    for (const { keyword, text, range } of data.instructions) {
      if (!['CMD', 'ENTRYPOINT', 'RUN'].includes(keyword)) continue;
      if (/\b(?:vault|bao)\b.{0,20}\bserver\b.{0,80}(?<![\w-])-{1,2}dev\b/s.test(text)) {
        yield { message: `${keyword} starts a development server`, range };
      }
    }
  },
});
