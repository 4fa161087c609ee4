import { isOutputSeen } from '../../src/analysis/shell-program.ts';
import { isLogin, vaultCalls } from '../../src/analysis/vault-cli.ts';
import type { ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'token not revoked when the script ends',
  severity: 'low',
  confidence: 'medium',
  why: 'a token that leaks from the script, its log or its machine stays good until its time is over',
  fix: "revoke it whatever way the script ends: `trap 'vault token revoke -self' EXIT`, and before `exec`",
  references: ['https://developer.hashicorp.com/vault/docs/commands/token/revoke'],
  catalogue: ['VS211'],
  cwe: [613],
  *check({ data }) {
    if (data.place !== 'file' || isRevoked(data)) return;
    for (const call of vaultCalls(data)) {
      const { command, verb } = call;
      // Tokens that are made for somebody else, and logins that a person watches, end elsewhere.
      if (!isLogin(call) || verb === 'token create') continue;
      if (verb === 'login' && !isKept(call.flags.get('method')?.value)) continue;
      if (verb === 'write' && isOutputSeen(command, data.commands)) continue;
      yield {
        message: `the token of vault ${verb} is never revoked`,
        range: command.range,
        paste: "trap 'vault token revoke -self' EXIT",
      };
      return;
    }
  },
});

/** A login with a token that is there already makes none, and one by hand belongs to a person. */
function isKept(method: string | undefined): boolean {
  return method !== undefined && !/^(?:token|oidc|userpass|ldap|github|okta|radius)$/.test(method);
}

function isRevoked(script: ShellScript): boolean {
  return script.commands.some(({ words }) => {
    const line = words.map(({ text }) => text).join(' ');
    return /\btoken revoke\b|\/revoke-self\b|auth\/token\/revoke/.test(line);
  });
}
