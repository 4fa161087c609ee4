import { directiveOf, directivesOf, type SystemdUnit } from '../../src/parsers/systemd.ts';
import { defineRule } from '../define-rule.ts';

/** What HashiCorp's own unit sets, and how to tell that it is set. */
const WANTED: readonly [name: string, isSet: (value: string) => boolean, line: string][] = [
  ['NoNewPrivileges', isYes, 'NoNewPrivileges=yes'],
  ['ProtectSystem', (value) => /^(?:full|strict)$/i.test(value) || isYes(value), 'ProtectSystem=full'],
  ['ProtectHome', (value) => /^(?:read-only|tmpfs)$/i.test(value) || isYes(value), 'ProtectHome=read-only'],
  ['PrivateTmp', (value) => isYes(value) || value === 'disconnected', 'PrivateTmp=yes'],
  ['CapabilityBoundingSet', isNarrow, 'CapabilityBoundingSet=CAP_SYSLOG CAP_IPC_LOCK'],
];

export default defineRule({
  artifact: 'systemd',
  title: 'unit that does not confine Vault',
  severity: 'low',
  confidence: 'high',
  why: 'who takes over Vault reads home folders, changes the system and gains more rights, none of which Vault needs',
  fix: "set NoNewPrivileges, ProtectSystem, ProtectHome, PrivateTmp and CapabilityBoundingSet as HashiCorp's unit does",
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VS705'],
  cwe: [250],
  *check({ data }) {
    if (data.vaultCommand !== 'server' || data.isDropIn) return;
    const missing = WANTED.filter(([name, isSet]) => !isSetIn(data, name, isSet));
    if (missing.length === 0) return;
    const names = missing.map(([name]) => name).join(', ');
    const range = directiveOf(data, 'ExecStart')!.nameRange;
    yield { message: `not set: ${names}`, range, paste: missing.map(([, , line]) => line).join('\n') };
  },
});

function isYes(value: string): boolean {
  return /^(?:1|yes|true|on)$/i.test(value);
}

/** Neither all (`~`) nor one of those with which a process is root again. */
function isNarrow(value: string): boolean {
  return !value.startsWith('~') && !/CAP_(?:SYS_ADMIN|SYS_PTRACE|SYS_MODULE|DAC_OVERRIDE|SETUID)\b/.test(value);
}

function isSetIn(unit: SystemdUnit, name: string, isSet: (value: string) => boolean): boolean {
  const directives = directivesOf(unit, name);
  if (name === 'CapabilityBoundingSet' && directives.length === 0)
    return unit.directives.some((directive) => directive.name === name && directive.value === '');
  return (
    directives.length > 0 &&
    (name === 'CapabilityBoundingSet' ? directives.every(({ value }) => isSet(value)) : isSet(directives.at(-1)!.value))
  );
}
