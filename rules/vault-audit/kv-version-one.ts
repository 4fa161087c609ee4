import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['mounts'],
  title: 'secrets are kept in the old KV engine',
  severity: 'low',
  confidence: 'high',
  why: 'it keeps no earlier version: a wrong write is the end of a secret, and nobody sees its age',
  fix: '`vault kv enable-versioning PATH`, and adapt the policies to `data/` and `metadata/`',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/kv'],
  catalogue: ['VA103'],
  cwe: [710],
  *check({ data }) {
    for (const { path, mount } of mountsOf(data, 'mounts', ['kv', 'generic']))
      if (mount.options?.version !== '2') yield about(path, 'the mount is a KV engine of version 1');
  },
});
