import { answerOf } from '../../src/analysis/vault-answers.ts';
import { isOn } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  type: string;
  options?: { elide_list_responses?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'a syslog device may block long answers',
  severity: 'low',
  confidence: 'medium',
  why: 'a datagram has a limit: Vault cannot log the answer of sys/mounts or sys/auth on a large cluster, and refuses it',
  fix: 'enable the device with `elide_list_responses=true`, or log to a file that the collector reads',
  references: [
    'https://github.com/hashicorp/vault/issues/28136',
    'https://developer.hashicorp.com/vault/docs/audit/syslog',
  ],
  catalogue: ['VA064'],
  cwe: [770],
  *check({ data }) {
    for (const [path, { type, options }] of Object.entries(
      answerOf<Record<string, Device>>(data, 'audit-devices') ?? {},
    ))
      if (type === 'syslog' && !isOn(options?.elide_list_responses))
        yield about(`sys/audit/${path}`, 'the audit device of type syslog takes no long answers');
  },
});
