import { answerOf } from '../../src/analysis/vault-answers.ts';
import { isOn } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { log_raw?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit device writes secrets in the clear',
  severity: 'critical',
  confidence: 'high',
  why: 'with `log_raw` the log holds every secret and every token that passes: whoever reads the log holds them',
  fix: 'enable a device without `log_raw`, disable this one, destroy its log and rotate what it held',
  references: ['https://developer.hashicorp.com/vault/docs/audit#log_raw'],
  catalogue: ['VA053'],
  cwe: [532],
  *check({ data }) {
    for (const [path, { options }] of Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {}))
      if (isOn(options?.log_raw))
        yield about(`sys/audit/${path}`, 'the audit device logs secrets in the clear: log_raw');
  },
});
