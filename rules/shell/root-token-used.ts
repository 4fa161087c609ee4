import { programOf } from '../../src/analysis/shell-program.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'root token or unseal keys read by a script',
  severity: 'high',
  confidence: 'high',
  why: 'what one script can read, whoever runs or changes it can read: it is root in Vault, and no audit tells people apart',
  fix: 'log in with a role that may do only this work, let a KMS unseal, and revoke the root token after the set-up',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens#root-tokens'],
  catalogue: ['VS212'],
  cwe: [250],
  *check({ data }) {
    for (const command of data.commands) {
      const found = readsKeys(command, data) ?? assignsRoot(command);
      if (!found) continue;
      yield {
        message: found,
        range: command.range,
        paste: 'VAULT_TOKEN="$(vault write -field=token auth/approle/login role_id=@role_id secret_id=@secret_id)"',
      };
    }
  },
});

/** jq, grep or awk over what `vault operator init` printed. */
function readsKeys(command: ShellCommand, script: ShellScript): string | undefined {
  const { name, args } = programOf(command);
  if (!/^(?:jq|yq|grep|awk|gawk|sed|egrep|python3?)$/.test(name)) return undefined;
  // Part of a pipe whose first reader is told already.
  const isSecond = script.commands.some(
    (other) => script.commands[other.pipesTo ?? -1] === command && readsKeys(other, script) !== undefined,
  );
  if (isSecond) return undefined;
  // What a substitution reads is told where it stands.
  const line = args.flatMap(({ text, isLiteral }) => (isLiteral ? text : [])).join(' ');
  if (/\broot_token\b|Initial Root Token/i.test(line)) return `${name} reads the root token of Vault`;
  if (/\bunseal_keys?(?:_b64|_hex)?\b|\bkeys_base64\b|Unseal Key|Recovery Key/i.test(line))
    return `${name} reads unseal keys of Vault`;
  return undefined;
}

/** `VAULT_TOKEN=$ROOT_TOKEN` and the like; a dev server's `root` is told by the detectors. */
function assignsRoot(command: ShellCommand): string | undefined {
  const isRoot = command.assignments.some(
    ({ name, value }) =>
      /^(?:VAULT|BAO)_TOKEN$/.test(name) && /\$\{?\w*ROOT_TOKEN\b/i.test(value.text) && !/DEV_ROOT/.test(value.text),
  );
  const call = vaultCall(command);
  const isLogin = call?.verb === 'login' && /\$\{?\w*ROOT_TOKEN\b/i.test(call.args[0]?.text ?? '');
  return isRoot || isLogin ? 'the script works with the root token of Vault' : undefined;
}
