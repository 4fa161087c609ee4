import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'secret-template',
  title: 'field of a KV version 2 secret that is not there',
  severity: 'medium',
  confidence: 'medium',
  why: 'version 2 puts fields below `.Data.data`: this one renders `<no value>`, which the application takes for the secret',
  fix: 'write `.Data.data.NAME` for paths with `/data/`, and set `error_on_missing_key = true`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#template-examples'],
  catalogue: ['VS310'],
  *check({ data }) {
    for (const { path, range, secret } of data.fields) {
      const source = secret === undefined ? undefined : data.secrets[secret];
      // `secret/data/app`; a mount of its own may lie one level deeper (`team/kv/data/app`).
      if (source?.call !== 'secret' || !/^\/?(?:[\w-]+\/){1,2}data\//.test(source.path)) continue;
      const field = /^\.Data\.(\w+)/.exec(path)?.[1];
      if (field === undefined || field === 'data' || field === 'metadata') continue;
      const rest = path.slice('.Data'.length);
      yield { message: `.Data.${field} of a KV version 2 secret`, range, paste: `.Data.data${rest}` };
    }
  },
});
