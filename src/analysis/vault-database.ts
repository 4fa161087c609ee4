import type { ShellScript } from '../model/shell.ts';
import { type VaultCall, vaultCalls } from './vault-cli.ts';

/** Kinds of database whose engines are judged. */
export type DatabaseKind = 'PostgreSQL' | 'MySQL' | 'MongoDB' | 'database';

/** The kind by a plugin's name or a connection's address. */
export function databaseKind(text: string): DatabaseKind {
  if (/postgres|redshift/i.test(text)) return 'PostgreSQL';
  if (/mysql|mariadb|aurora/i.test(text)) return 'MySQL';
  return /mongo/i.test(text) ? 'MongoDB' : 'database';
}

/** `vault write database/config/NAME` and `.../roles/NAME`; the engine may be mounted under another name. */
export function databaseCalls(script: ShellScript, part: 'config' | 'roles'): { call: VaultCall; name: string }[] {
  const pattern = new RegExp(`^(?!auth/|sys/|identity/)[^ ]+/${part}/([^ /]+)$`);
  return vaultCalls(script).flatMap((call) => {
    const name = call.verb === 'write' ? pattern.exec(call.path)?.[1] : undefined;
    const fields = new Set(call.fields.map((field) => field.name));
    const isDatabase =
      part === 'config'
        ? fields.has('plugin_name') || fields.has('connection_url')
        : fields.has('db_name') &&
          (fields.has('creation_statements') || fields.has('default_ttl') || fields.has('max_ttl'));
    return name !== undefined && isDatabase ? [{ call, name }] : [];
  });
}

/** The connection that a role belongs to, as far as the script shows it. */
export function kindOfRole(script: ShellScript, role: VaultCall): DatabaseKind {
  const database = role.fields.find(({ name }) => name === 'db_name')?.value;
  const config = databaseCalls(script, 'config').find(({ name }) => name === database)?.call;
  return databaseKind([config ?? role].flatMap(({ fields }) => fields.map(({ value }) => value)).join(' '));
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a duration such as `90m`, `1h30m` or `3600`; undefined where it is no duration. */
export function durationSeconds(text: string): number | undefined {
  const value = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (/^\d+$/.test(value)) return Number(value);
  if (!/^(?:\d+(?:\.\d+)?[smhdw])+$/.test(value)) return undefined;
  return [...value.matchAll(/([\d.]+)([smhdw])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!,
    0,
  );
}
