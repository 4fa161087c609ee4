import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { prefix?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit device writes a prefix before each line',
  severity: 'medium',
  confidence: 'high',
  why: 'who chooses the prefix chooses how a line begins: with an executable file that was a way to run code, and it breaks readers of JSON',
  fix: 'enable the device anew without `prefix`',
  references: ['https://developer.hashicorp.com/vault/docs/audit/file'],
  catalogue: ['VA056'],
  cwe: [94, 117],
  *check({ data }) {
    for (const [path, { options }] of Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {}))
      if (options?.prefix) yield about(`sys/audit/${path}`, 'the audit device writes a prefix before each line');
  },
});
