import { answerOf } from '../../src/analysis/vault-answers.ts';
import { isOn } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { filter?: string; fallback?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'every audit device has a filter, and none takes the rest',
  severity: 'high',
  confidence: 'high',
  why: 'a request that no filter lets through is logged nowhere',
  fix: 'enable one device with `fallback=true`, or one without a filter',
  references: ['https://developer.hashicorp.com/vault/docs/enterprise/audit/filtering'],
  catalogue: ['VA058'],
  cwe: [778],
  *check({ data }) {
    const devices = Object.values(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {});
    if (devices.length > 0 && devices.every(({ options }) => options?.filter && !isOn(options.fallback)))
      yield about('sys/audit', 'every audit device has a filter, and none is the fallback');
  },
});
