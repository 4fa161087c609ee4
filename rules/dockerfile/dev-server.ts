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
    const paste = 'CMD ["server", "-config=/vault/config"]';
    for (const { keyword, text, range, assignments } of data.instructions) {
      const variable = assignments.find(({ name }) =>
        /^(?:VAULT|BAO)_DEV_(?:ROOT_TOKEN_ID|LISTEN_ADDRESS)$/.test(name),
      );
      if (keyword === 'ENV' && variable)
        yield { message: `${variable.name} is for a development server`, range: variable.nameRange, paste };
      if (!['CMD', 'ENTRYPOINT', 'RUN'].includes(keyword)) continue;
      if (/\b(?:vault|bao)\b.{0,20}\bserver\b.{0,80}(?<![\w-])-{1,2}dev\b/s.test(text)) {
        yield { message: `${keyword} starts a development server`, range, paste };
      }
    }
  },
});
