import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  type: string;
  options?: { mode?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit log is readable by others, or executable',
  severity: 'medium',
  confidence: 'high',
  why: 'the log tells who reads which secret and when; an executable log is half of the way to code on the host',
  fix: 'enable the device anew with `mode=0600`',
  references: ['https://developer.hashicorp.com/vault/docs/audit/file'],
  catalogue: ['VA057'],
  cwe: [732],
  *check({ data }) {
    for (const [path, { options }] of Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {})) {
      const mode = Number.parseInt(options?.mode ?? '0600', 8);
      if ((mode & 0o111) !== 0)
        yield about(`sys/audit/${path}`, `the log of the audit device is executable: mode ${options?.mode}`, 'high');
      else if ((mode & 0o077) !== 0)
        yield about(`sys/audit/${path}`, `the log of the audit device has the mode ${options?.mode}`);
    }
  },
});
