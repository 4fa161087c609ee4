import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['transit-config'],
  title: 'whoever encrypts with transit makes keys',
  severity: 'low',
  confidence: 'high',
  why: 'a misspelt name becomes a key that nobody knows, guards or rotates',
  fix: '`vault write transit/config/keys disable_upsert=true`',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/transit#write-keys-configuration'],
  catalogue: ['VA106'],
  cwe: [732],
  *check({ data }) {
    for (const { path, data: config } of answersOf<{ disable_upsert?: boolean }>(data, 'transit-config'))
      if (config.disable_upsert === false)
        yield about(path, 'encrypting with a new name makes a key: disable_upsert is false');
  },
});
