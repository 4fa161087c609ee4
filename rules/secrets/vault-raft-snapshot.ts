import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'file',
  title: 'raft snapshot of Vault in the repository',
  severity: 'critical',
  confidence: 'medium',
  why: 'it is the whole storage of Vault: with the unseal keys, or the KMS key, it can be opened elsewhere',
  fix: 'delete it and its history, keep snapshots in a guarded store, and rekey if keys lay beside it',
  references: ['https://developer.hashicorp.com/vault/docs/commands/operator/raft#snapshot-save'],
  catalogue: ['VS706'],
  cwe: [530],
  *check({ data: { name, head } }) {
    // A snapshot is a gzip of a tar; other tools call other things .snap as well.
    const isGzip = head[0] === 0x1f && head[1] === 0x8b;
    if (isGzip && /\.snap(?:shot)?(?:\.gz)?$/i.test(name))
      yield { message: 'raft snapshot', range: { start: 0, end: 0 } };
  },
});
