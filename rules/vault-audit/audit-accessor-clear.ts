import { answerOf } from '../../src/analysis/vault-answers.ts';
import { isOn } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { hmac_accessor?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit device logs accessors in the clear',
  severity: 'info',
  confidence: 'high',
  why: 'with an accessor a token can be looked up and revoked; the hardening guide suggests it all the same, to tell whose token did what',
  fix: 'keep it where the log is well guarded, or enable the device anew without `hmac_accessor=false`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA059'],
  cwe: [532],
  *check({ data }) {
    for (const [path, { options }] of Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {}))
      if (options?.hmac_accessor !== undefined && !isOn(options.hmac_accessor))
        yield about(`sys/audit/${path}`, 'the audit device logs accessors in the clear: hmac_accessor');
  },
});
