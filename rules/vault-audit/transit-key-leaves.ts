import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Key = { exportable?: boolean; allow_plaintext_backup?: boolean; deletion_allowed?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['transit-key'],
  title: 'a key of transit may leave Vault, or be deleted',
  severity: 'high',
  confidence: 'high',
  why: 'whoever exports it decrypts outside, without a line in the audit log; whoever deletes it destroys what it encrypted',
  fix: 'make a key without `exportable` and `allow_plaintext_backup`, rewrap the data, and set `deletion_allowed=false`',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/transit#create-key'],
  catalogue: ['VA106'],
  cwe: [320],
  *check({ data }) {
    for (const { path, data: key } of answersOf<Key>(data, 'transit-key')) {
      const ways = [
        key.exportable ? 'exportable' : '',
        key.allow_plaintext_backup ? 'allow_plaintext_backup' : '',
      ].filter(Boolean);
      if (ways.length > 0) yield about(path, `the key may leave Vault: ${ways.join(', ')}`);
      if (key.deletion_allowed) yield about(path, 'the key may be deleted: deletion_allowed', 'medium');
    }
  },
});
