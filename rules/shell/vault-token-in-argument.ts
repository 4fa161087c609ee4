import { programOf } from '../../src/analysis/shell-program.ts';
import { startsDevServer, vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand, ShellWord } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: "token or unseal key of Vault in a command's arguments",
  severity: 'medium',
  confidence: 'high',
  why: 'every user and process of the machine reads it in the list of processes and takes over the identity',
  fix: 'hand it over on standard input or in a file: `vault login -`, `curl -H @file`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VS203'],
  cwe: [214],
  *check({ data }) {
    if (startsDevServer(data)) return;
    for (const command of data.commands) {
      const found = inVault(command) ?? inHeader(command);
      if (found) yield found;
    }
  },
});

/** `vault login TOKEN`, `vault login token=...`, `vault operator unseal KEY`. */
function inVault(command: ShellCommand) {
  const call = vaultCall(command);
  const [first] = call?.args ?? [];
  if (!call || !first || first.text === '-') return undefined;
  const method = call.flags.get('method')?.value ?? 'token';
  if (call.verb === 'login' && method === 'token' && /^(?:token=(?!@)|[^=@]+$)/.test(first.text)) {
    return {
      message: 'a token stands in the arguments of vault login',
      range: first.range,
      paste: 'printf %s "$VAULT_TOKEN" | vault login -no-print -',
    };
  }
  if (call.verb !== 'operator unseal' && call.verb !== 'unseal') return undefined;
  return {
    message: 'an unseal key stands in the arguments of vault operator unseal',
    range: first.range,
    paste: `printf '{"key":"%s"}' "$UNSEAL_KEY" | vault write sys/unseal -`,
  };
}

/** `-H "X-Vault-Token: $T"` of curl, wget and their like. */
function inHeader(command: ShellCommand) {
  if (!/^(?:curl|wget|http|https|xh)$/.test(programOf(command).name)) return undefined;
  const header = command.words.find(
    (word) => /X-(?:Vault-Token|Vault-Wrap-Token):\s*\S/i.test(word.text) && isValue(word),
  );
  if (!header) return undefined;
  return {
    message: `X-Vault-Token stands in the arguments of ${command.name}`,
    range: header.range,
    paste: `printf 'X-Vault-Token: %s' "$VAULT_TOKEN" | curl -H @- --cacert "$VAULT_CACERT" "$VAULT_ADDR/v1/secret/data/app"`,
  };
}

/** Documentation writes `X-Vault-Token: <token>` or dots. */
function isValue({ text }: ShellWord): boolean {
  return !/Token:\s*(?:<|\.\.\.|\*)/i.test(text);
}
