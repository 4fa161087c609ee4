import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Key = { auto_rotate_period?: number; latest_version?: number; min_decryption_version?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['transit-key'],
  title: 'a key of transit is not rotated by itself',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever once got it reads everything that it encrypts, for ever',
  fix: '`vault write transit/keys/NAME/config auto_rotate_period=2160h`, and raise `min_decryption_version` after rewrapping',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/transit#update-key-configuration'],
  catalogue: ['VA106'],
  cwe: [324],
  *check({ data }) {
    for (const { path, data: key } of answersOf<Key>(data, 'transit-key')) {
      if (key.auto_rotate_period === 0) yield about(path, 'the key is not rotated by itself: auto_rotate_period is 0');
      const kept = (key.latest_version ?? 1) - (key.min_decryption_version ?? 1);
      if (kept > 10) yield about(path, `${kept} old versions of the key still decrypt`, 'low');
    }
  },
});
