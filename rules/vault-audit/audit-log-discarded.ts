import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { file_path?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit device throws its log away',
  severity: 'critical',
  confidence: 'high',
  why: 'a device with the path `discard` satisfies Vault and keeps nothing: what happens leaves no trace',
  fix: 'give the device a real file, or disable it',
  references: ['https://developer.hashicorp.com/vault/docs/audit/file'],
  catalogue: ['VA054'],
  cwe: [778],
  *check({ data }) {
    const devices = Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {});
    const discarding = devices.filter(([, { options }]) => options?.file_path === 'discard');
    const severity = discarding.length === devices.length ? 'critical' : 'medium';
    for (const [path] of discarding) yield about(`sys/audit/${path}`, 'the audit device discards its log', severity);
  },
});
