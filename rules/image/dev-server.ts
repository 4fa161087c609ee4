import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'image that runs a Vault development server',
  severity: 'high',
  confidence: 'high',
  why: 'a development server keeps everything in memory, unsealed, over HTTP, with a known root token',
  fix: 'run `vault server -config=/vault/config` with raft storage, TLS and auto-unseal',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/dev-server'],
  catalogue: ['VS110'],
  cwe: [489],
  *check({ data }) {
    const words = [...data.entrypoint, ...data.cmd];
    const command = words.map(({ value }) => value).join(' ');
    const dev = words.find(({ value }) => /(?<![\w-])-{1,2}dev\b/.test(value));
    if (dev && /\b(?:vault|bao)\b.{0,40}\bserver\b.{0,80}(?<![\w-])-{1,2}dev\b/s.test(command))
      yield { message: 'the command starts a development server', range: dev.range };
    for (const { name, value, nameRange } of data.env) {
      if (/^(?:VAULT|BAO)_DEV_ROOT_TOKEN_ID$/.test(name) && value !== '')
        yield { message: `${name} is set`, range: nameRange };
    }
  },
});
