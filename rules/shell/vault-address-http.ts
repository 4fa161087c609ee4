import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { programOf } from '../../src/analysis/shell-program.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'Vault spoken to over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads the token and every secret',
  fix: 'use `https://` and set VAULT_CACERT to the file of the CA',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp'],
  catalogue: ['VS206'],
  cwe: [319],
  *check({ data }) {
    for (const command of data.commands) {
      for (const { name, value, range } of command.assignments) {
        if (!/^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR)$/.test(name)) continue;
        const address = /^\$\{\w+:?[-=](.*)\}$/s.exec(value.text)?.[1] ?? value.text;
        if (isFarHttp(address))
          yield { message: `${name} is an http:// address`, range, paste: `${name}=${secure(address)}` };
      }
      const found = inFlag(command) ?? inUrl(command);
      if (found) yield found;
    }
  },
});

function inFlag(command: ShellCommand) {
  const address = vaultCall(command)?.flags.get('address');
  if (!address || !isFarHttp(address.value)) return undefined;
  return {
    message: '-address is an http:// address',
    range: address.word.range,
    paste: `-address=${secure(address.value)}`,
  };
}

/** Vault's API over curl: its port or its name, and `/v1/`. */
function inUrl(command: ShellCommand) {
  if (!/^(?:curl|wget)$/.test(programOf(command).name)) return undefined;
  const url = command.words.find(
    ({ text }) =>
      isFarHttp(text) &&
      /^http:\/\/(?:[^/]*vault[^/]*|[^/]*:8200)\/v1\//.test(text) &&
      !/\/sys\/(?:health|seal-status)/.test(text),
  );
  return url
    ? {
        message: 'Vault is asked at an http:// address',
        range: url.range,
        paste: 'curl --cacert "$VAULT_CACERT" "$VAULT_ADDR/v1/secret/data/app"',
      }
    : undefined;
}

function isFarHttp(address: string): boolean {
  return (
    isPlainHttp(address) && !/^["']?http:\/\/(?:0\.0\.0\.0|\$\{?\w*(?:LOCAL|LOOPBACK|PROXY|AGENT)\w*)/i.test(address)
  );
}

/** The same place over TLS; credentials that the address may hold are left out. */
function secure(address: string): string {
  return address.replace(/^(["']?)http:\/\/(?:[^/@]*@)?/, '$1https://');
}
