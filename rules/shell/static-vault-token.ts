import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isPlaceholder } from '../../src/analysis/placeholder.ts';
import { programOf } from '../../src/analysis/shell-program.ts';
import { isLogin, startsDevServer, vaultCall, vaultCalls } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'login with a token that somebody made by hand',
  severity: 'medium',
  confidence: 'medium',
  why: 'a token that lives in files and variables is copied, lives long, and belongs to nobody whom the audit log could name',
  fix: 'log in as the machine itself, with AppRole, Kubernetes or JWT, and get a short token each time',
  references: ['https://developer.hashicorp.com/vault/docs/auth'],
  cwe: [798],
  *check({ data }) {
    // A development server has one token, and a script that sets Vault up but the first to work with.
    if (startsDevServer(data)) return;
    if (vaultCalls(data).some(({ verb }) => /^(?:operator init|auth enable)$/.test(verb))) return;
    for (const command of data.commands) {
      const message = literalToken(command) ?? tokenFromFile(command, data) ?? tokenLogin(command, data);
      if (message === undefined) continue;
      yield {
        message,
        range: command.range,
        paste:
          'VAULT_TOKEN="$(vault write -field=token auth/approle/login role_id=@/run/secrets/role_id secret_id=@/run/secrets/secret_id)"',
      };
      return;
    }
  },
});

/** `VAULT_TOKEN=...` written out. */
function literalToken({ assignments }: ShellCommand): string | undefined {
  const found = assignments.find(
    ({ name, value }) =>
      /^(?:VAULT|BAO)_TOKEN$/.test(name) &&
      value.isLiteral &&
      isLiteral(value.text) &&
      (value.text === 'root' || !isPlaceholder(value.text)),
  );
  return found && `${found.name} is written into the script`;
}

/** `VAULT_TOKEN=$(cat /run/secrets/vault_token)`. */
function tokenFromFile(command: ShellCommand, { commands }: ShellScript): string | undefined {
  for (const { name, value } of command.assignments) {
    if (!/^(?:VAULT|BAO)_TOKEN$/.test(name)) continue;
    const [part] = value.parts;
    const inner = part?.type === 'substitution' ? commands[part.commands[0] ?? -1] : undefined;
    if (inner && programOf(inner).name === 'cat') return `${name} comes from a file that somebody filled`;
  }
  return undefined;
}

/** `vault login "$VAULT_TOKEN"` with a token that the script did not get by a login of its own. */
function tokenLogin(command: ShellCommand, script: ShellScript): string | undefined {
  const call = vaultCall(command);
  if (call?.verb !== 'login' || (call.flags.get('method')?.value ?? 'token') !== 'token') return undefined;
  const hasOwn = vaultCalls(script).some((other) => other !== call && isLogin(other) && other.verb !== 'login');
  const isByHand = call.args.length === 0 && command.redirects.length === 0;
  return hasOwn || isByHand ? undefined : 'vault login is given a token that was made beforehand';
}
