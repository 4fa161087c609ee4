import { programOf } from '../../src/analysis/shell-program.ts';
import { appStart } from '../../src/analysis/shell-state.ts';
import { isLogin, vaultCall } from '../../src/analysis/vault-cli.ts';
import { vaultFetches } from '../../src/analysis/vault-fetch.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'first fetch from Vault without another try',
  severity: 'low',
  confidence: 'medium',
  why: 'one moment without Vault, such as a failover or a start in the wrong order, keeps the application from starting',
  fix: 'try again with growing pauses before giving up',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#retry'],
  catalogue: ['VS213'],
  cwe: [754],
  *check({ data }) {
    if (!appStart(data)) return;
    const first = data.commands.find((command) => isAsked(command, data));
    if (!first || triesAgain(first, data)) return;
    yield {
      message: 'the first request to Vault is made only once',
      range: first.range,
      paste: 'for wait in 1 2 4 8 16; do vault status >/dev/null && break; sleep "$wait"; done',
    };
  },
});

function isAsked(command: ShellCommand, script: ShellScript): boolean {
  const call = vaultCall(command);
  return call
    ? isLogin(call) || call.verb === 'kv get' || call.verb === 'read'
    : vaultFetches(script).some((fetch) => fetch.command === command);
}

/** A loop around it or in front of it, a wrapper, or the program's own option. */
function triesAgain(first: ShellCommand, script: ShellScript): boolean {
  if (first.isRepeated || first.words.some(({ text }) => /^--retry/.test(text))) return true;
  return script.commands.some((command) => {
    const { name, wrappers } = programOf(command);
    if (command.isRepeated && (name === 'sleep' || vaultCall(command)?.verb === 'status')) return true;
    return wrappers.includes('retry') || /retry|wait[-_]?for|backoff/i.test(command.name);
  });
}
