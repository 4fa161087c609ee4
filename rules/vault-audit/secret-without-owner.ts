import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['kv-metadata'],
  title: 'a static secret names no owner',
  severity: 'info',
  confidence: 'high',
  why: 'nobody knows whom to ask before it is rotated, so it is not',
  fix: '`vault kv metadata put -custom-metadata=owner=TEAM PATH`',
  references: ['https://developer.hashicorp.com/vault/docs/commands/kv/metadata'],
  catalogue: ['VA103'],
  cwe: [1059],
  *check({ data }) {
    for (const { path, data: secret } of answersOf<{ custom_metadata?: object | null }>(data, 'kv-metadata'))
      if (Object.keys(secret.custom_metadata ?? {}).length === 0)
        yield about(path, 'the metadata of the secret names no owner');
  },
});
