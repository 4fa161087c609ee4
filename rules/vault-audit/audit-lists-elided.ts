import { answerOf } from '../../src/analysis/vault-answers.ts';
import { isOn } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { elide_list_responses?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit device leaves the answers of lists out',
  severity: 'info',
  confidence: 'high',
  why: 'after a theft nobody can tell which names the thief saw',
  fix: 'enable the device anew without `elide_list_responses`, where the log can hold long lines',
  references: ['https://developer.hashicorp.com/vault/docs/audit#eliding-list-response-bodies'],
  catalogue: ['VA060'],
  cwe: [223],
  *check({ data }) {
    for (const [path, { options }] of Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {}))
      if (isOn(options?.elide_list_responses))
        yield about(`sys/audit/${path}`, 'the audit device leaves the answers of lists out: elide_list_responses');
  },
});
