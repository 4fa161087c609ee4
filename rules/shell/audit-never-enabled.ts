import { vaultCalls } from '../../src/analysis/vault-cli.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'Vault set up without an audit device',
  severity: 'medium',
  confidence: 'medium',
  why: 'nobody can say afterwards who read which secret, and an intruder leaves no trace',
  fix: 'enable two audit devices right after the first login, so that a full disk does not stop Vault',
  references: ['https://developer.hashicorp.com/vault/docs/audit'],
  cwe: [778],
  *check({ data }) {
    const calls = vaultCalls(data);
    const init = calls.find(({ verb, flags }) => verb === 'operator init' && !flags.has('status'));
    const isAudited = data.commands.some(({ words }) =>
      /\baudit enable\b|sys\/audit\//.test(words.map(({ text }) => text).join(' ')),
    );
    // A script that only initialises leaves the rest to another; one that goes on is the whole set-up.
    const goesOn = calls.some(({ verb }) => /^(?:secrets enable|auth enable|policy write)$/.test(verb));
    if (!init || !goesOn || isAudited) return;
    yield {
      message: 'Vault is initialised and set up, and no audit device is enabled',
      range: init.command.range,
      paste: 'vault audit enable file file_path=/var/log/vault/audit.log',
    };
  },
});
