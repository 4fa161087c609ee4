import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['kv-config'],
  title: 'secrets may be overwritten blindly',
  severity: 'info',
  confidence: 'high',
  why: 'two writers overwrite each other, and a program with an old value brings it back',
  fix: '`vault write PATH/config cas_required=true`',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2'],
  catalogue: ['VA103'],
  cwe: [362],
  *check({ data }) {
    for (const { path, data: config } of answersOf<{ cas_required?: boolean }>(data, 'kv-config'))
      if (config.cas_required === false)
        yield about(path, 'writes need not name the version that they replace: cas_required is false');
  },
});
