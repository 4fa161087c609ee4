import type { Range } from '../model/region.ts';
import type { ShellScript } from '../model/shell.ts';
import { vaultCalls } from './vault-cli.ts';

/** Words for a database in the path of a mount or of a secret, or in the name of a field. */
const DATABASE = 'db|database|databases|postgres|postgresql|pg|mysql|mariadb|mongo|mongodb|mssql|oracle|cassandra';

/** Credentials that an engine for databases makes: `database/creds/app`, also of a mount of its own name. */
const DYNAMIC = new RegExp(`^(?:[\\w-]+/)*(?:[\\w-]*[-_])?(?:${DATABASE})(?:[-_][\\w-]*)?/creds/[\\w.-]+$`, 'i');

/** `db_password`, `DATABASE_URL`, `pg-dsn`; `url` alone may be any. */
const DATABASE_FIELD = new RegExp(
  `(?:^|[_-])(?:${DATABASE})[_-]?(?:[\\w-]*[_-])?(?:pass|passwd|password|pwd|url|uri|dsn)$|^(?:dsn|jdbc[_-]url)$`,
  'i',
);

/** `secret/data/orders-db`: the last part names a database. */
const DATABASE_PATH = new RegExp(`(?:^|[-_/])(?:${DATABASE})$`, 'i');

const PASSWORD_FIELD = /^(?:pass|passwd|password|pwd)$/i;

/** A place where a secret is asked for or written. */
export interface SecretUse {
  /** As it is written. */
  path: string;
  range: Range;
}

/** True for a path that gives a user of a database that ends with its lease. */
export function isDynamicDatabasePath(path: string): boolean {
  return DYNAMIC.test(path.replace(/^\//, ''));
}

/** True where a field of a static secret is the password of a database, by its own name or by the secret's. */
export function isDatabaseField(path: string, field: string): boolean {
  if (/\/(?:creds|static-creds|issue|sign)\//.test(path)) return false;
  return DATABASE_FIELD.test(field) || (PASSWORD_FIELD.test(field) && DATABASE_PATH.test(path));
}

/** Users of databases that a script asks an engine for, or whose roles it sets up. */
export function dynamicInShell(script: ShellScript): SecretUse[] {
  return vaultCalls(script).flatMap(({ verb, path, command }) => {
    const asked = path.replace(/^((?:[\w-]+\/)*[\w-]+)\/roles\/([\w.-]+)$/, '$1/creds/$2');
    return /^(?:read|write)$/.test(verb) && isDynamicDatabasePath(asked) ? { path: asked, range: command.range } : [];
  });
}

/** Passwords of databases that a script reads from or writes to a KV secret. */
export function staticInShell(script: ShellScript): SecretUse[] {
  return vaultCalls(script).flatMap(({ verb, path, flags, fields, command }) => {
    if (!/^(?:kv (?:get|put|patch)|read|write)$/.test(verb) || path.startsWith('auth/') || path.startsWith('sys/'))
      return [];
    if (/\/(?:config|roles|static-roles)\//.test(path)) return [];
    const field = flags.get('field')?.value ?? '';
    const names = [...fields.map(({ name }) => name), field];
    const isFound = names.some((name) => isDatabaseField(path, name)) || isAssignedToDatabase(script, command, field);
    return isFound ? { path, range: command.range } : [];
  });
}

/** `DATABASE_PASSWORD=$(vault kv get -field=password secret/app)`. */
function isAssignedToDatabase(script: ShellScript, command: ShellScript['commands'][number], field: string): boolean {
  if (!PASSWORD_FIELD.test(field) || command.within === undefined) return false;
  const index = script.commands.indexOf(command);
  const assignments = script.commands[command.within]?.assignments ?? [];
  return assignments.some(
    ({ name, value }) =>
      DATABASE_FIELD.test(name) &&
      value.parts.some((part) => part.type === 'substitution' && part.commands.includes(index)),
  );
}
