import { answerOf } from '../../src/analysis/vault-answers.ts';
import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

interface Device {
  options?: { file_path?: string; path?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices', 'sanitized-config'],
  title: 'an audit log lies in the folder of plugins',
  severity: 'critical',
  confidence: 'high',
  why: 'a log that is also a plugin is a program that its writer chose: code runs on the host of Vault (CVE-2025-6000)',
  fix: 'disable the device, look for programs in the folder that you did not put there, and log to another folder',
  references: [
    'https://discuss.hashicorp.com/t/hcsec-2025-14-privileged-vault-operator-may-execute-code-on-the-underlying-host/76033',
    'https://developer.hashicorp.com/vault/docs/audit/file',
  ],
  catalogue: ['VA055'],
  cwe: [22, 94],
  *check({ data }) {
    const config = serverConfig(data);
    const devices = answerOf<Record<string, Device>>(data, 'audit-devices');
    if (!config || !devices) return yield notTestable('it needs both sys/audit and sys/config/state/sanitized');
    const folder = config.plugin_directory?.replace(/\/*$/, '/');
    if (!folder || folder === '/') return;
    for (const [path, { options }] of Object.entries(devices))
      if ((options?.file_path ?? options?.path ?? '').startsWith(folder))
        yield about(
          `sys/audit/${path}`,
          `the log of the audit device lies in the folder of plugins ${config.plugin_directory}`,
        );
  },
});
