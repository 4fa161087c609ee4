import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  options?: { path?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'an audit device is set by the old option path',
  severity: 'high',
  confidence: 'high',
  why: 'by this option the guard of the plugin folder was got past: whoever may enable a device runs code on the host (CVE-2026-5051)',
  fix: 'enable the device anew with `file_path` instead of `path`, and upgrade Vault',
  references: ['https://developer.hashicorp.com/vault/docs/audit/file'],
  catalogue: ['VA055'],
  cwe: [22],
  *check({ data }) {
    for (const [path, { options }] of Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {}))
      if (options?.path) yield about(`sys/audit/${path}`, 'the audit device uses the old option path');
  },
});
