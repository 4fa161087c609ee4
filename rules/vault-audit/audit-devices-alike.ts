import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

interface Device {
  type: string;
  options?: { file_path?: string } | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'audit devices of one type, none of them off the machine',
  severity: 'medium',
  confidence: 'high',
  why: 'what breaks one device breaks the other, and whoever takes over the machine removes every copy of the log',
  fix: 'let one device be of type `socket` or `syslog`, or write to `stdout` where a collector reads it',
  references: ['https://developer.hashicorp.com/vault/docs/audit/best-practices'],
  catalogue: ['VA052'],
  cwe: [778],
  *check({ data }) {
    const devices = Object.entries(answerOf<Record<string, Device>>(data, 'audit-devices') ?? {});
    if (devices.length < 2) return;
    const kinds = devices.map(([, { type, options }]) => (options?.file_path === 'stdout' ? 'stdout' : type));
    const isLocal = kinds.every((kind) => kind === 'file');
    if (isLocal) yield about('sys/audit', `all ${devices.length} audit devices are files of the machine itself`);
    else if (new Set(kinds).size === 1)
      yield about('sys/audit', `all ${devices.length} audit devices are of type ${kinds[0]}`, 'low');
  },
});
