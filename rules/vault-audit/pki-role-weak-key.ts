import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['pki-role'],
  title: 'a role signs weak keys, or any kind of key',
  severity: 'medium',
  confidence: 'high',
  why: 'a short key can be computed, and then somebody else poses as its owner',
  fix: 'set `key_type=ec` or `rsa` with 2048 bits and more',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/pki#create-update-role'],
  catalogue: ['VA104'],
  cwe: [326],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ key_type?: string; key_bits?: number }>(data, 'pki-role')) {
      const bits = role.key_bits ?? 0;
      if (role.key_type === 'any') yield about(path, 'the role signs keys of any kind: key_type any', 'low');
      else if (role.key_type === 'rsa' && bits > 0 && bits < 2048)
        yield about(path, `the role signs RSA keys of ${bits} bits`);
    }
  },
});
