import { type VaultCall, vaultCalls } from '../../src/analysis/vault-cli.ts';
import { databaseCalls } from '../../src/analysis/vault-database.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

/** Words of a path or a field that say the secret is for a database. */
const DATABASE = /(?:^|[/_.-])(?:db|database|postgres(?:ql)?|pg|mysql|mariadb|mongo(?:db)?)(?:[/_.-]|$)/i;

const PASSWORD = /(?:^|[_.-])(?:password|passwd|pass|pwd)$/i;

export default defineRule({
  artifact: 'project',
  needs: ['shell', 'secret-template'],
  title: 'static database secret beside a database engine',
  severity: 'medium',
  confidence: 'medium',
  why: 'the static password works for good and for everybody, so whoever steals it does not need the short-lived one',
  fix: 'let every reader ask the engine (`database/creds/...`), and delete the static secret',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  cwe: [798],
  *check({ data }) {
    const scripts = artifactsOf(data, 'shell');
    const engine = scripts.find((script) => databaseCalls(script.data, 'config').length > 0);
    if (!engine) return;
    const name = databaseCalls(engine.data, 'config')[0]!.name;
    const describe = (secret: string) => `${secret} is a static secret beside the database engine ${name}`;
    const paste = `vault read database/creds/${name}`;
    for (const { path, data: script } of scripts)
      for (const call of vaultCalls(script))
        if (isStaticSecret(call)) yield { path, range: call.command.range, message: describe(pathOf(call)), paste };
    for (const { path, data: template } of artifactsOf(data, 'secret-template'))
      for (const secret of template.secrets)
        if (isStaticPath(secret.path)) yield { path, range: secret.range, message: describe(secret.path), paste };
  },
});

/** `vault kv put secret/db password=...` and `vault kv get -field=password secret/db`. */
function isStaticSecret(call: VaultCall): boolean {
  if (!/^kv (?:put|patch|get)$/.test(call.verb)) return false;
  const names = [...call.fields.map(({ name }) => name), call.flags.get('field')?.value ?? ''];
  return names.some((name) => PASSWORD.test(name)) && [call.path, ...names].some((word) => DATABASE.test(word));
}

function pathOf({ flags, path }: VaultCall): string {
  const mount = flags.get('mount')?.value;
  return mount === undefined ? path : `${mount}/${path}`;
}

/** A path of a KV engine, by the names that its mounts usually have. */
function isStaticPath(path: string): boolean {
  return /^\/?(?:secret|kv)\//.test(path) && DATABASE.test(path);
}
