import { isTruthy } from '../../src/analysis/literal-value.ts';
import { programOf } from '../../src/analysis/shell-program.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

/** Addresses that no other machine can play. */
const LOOPBACK = /https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?:[:/"']|$)/i;

export default defineRule({
  artifact: 'shell',
  title: "verification of a server's certificate switched off",
  severity: 'high',
  confidence: 'high',
  why: 'anyone on the network can play the server, take the login, and hand out what the script then trusts',
  fix: 'give the file of the CA instead: `VAULT_CACERT`, `curl --cacert`',
  references: ['https://developer.hashicorp.com/vault/docs/commands#vault_skip_verify'],
  catalogue: ['VS205'],
  cwe: [295],
  *check({ data }) {
    for (const command of data.commands) {
      for (const { name, value, range } of command.assignments)
        if (/^(?:VAULT|BAO)_SKIP_VERIFY$/.test(name) && isTruthy(value.text))
          yield { message: `${name} is on`, range, paste: 'export VAULT_CACERT=/etc/vault/ca.pem' };
      const flag = vaultCall(command)?.flags.get('tls-skip-verify');
      if (flag && !/^(?:false|0)$/.test(flag.value))
        yield { message: '-tls-skip-verify is on', range: flag.word.range, paste: '-ca-cert=/etc/vault/ca.pem' };
      const insecure = insecureOption(command);
      if (insecure) yield insecure;
    }
  },
});

/** `curl -k` and `wget --no-check-certificate`; worse where a token or a secret goes along. */
function insecureOption(command: ShellCommand) {
  const { name, args } = programOf(command);
  const pattern =
    name === 'curl'
      ? /^(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)$/
      : name === 'wget'
        ? /^--no-check-certificate$/
        : undefined;
  const option = pattern && args.find(({ text }, i) => pattern.test(text) && !isOptionValue(args[i - 1]?.text));
  if (!option || args.some(({ text }) => LOOPBACK.test(text))) return undefined;
  const isSensitive = args.some(({ text }) => /vault|token|secret|passw|authorization|:8200\b/i.test(text));
  return {
    message: `${name} ${option.text} trusts any server`,
    range: option.range,
    severity: isSensitive ? ('high' as const) : ('medium' as const),
    paste: name === 'curl' ? '--cacert /etc/vault/ca.pem' : '--ca-certificate=/etc/vault/ca.pem',
  };
}

/** `-k` behind an option that takes a word is that option's value. */
function isOptionValue(before: string | undefined): boolean {
  return before !== undefined && /^-(?:[a-zA-Z]*[dHoXuAeFTb])$/.test(before);
}
