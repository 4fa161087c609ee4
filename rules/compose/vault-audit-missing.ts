import { vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault without a trace of an audit device',
  severity: 'info',
  confidence: 'low',
  why: 'nobody can say afterwards who read which secret',
  fix: 'run `vault audit enable file file_path=/vault/audit/audit.log` when Vault is set up, and keep the folder on a volume',
  references: ['https://developer.hashicorp.com/vault/docs/audit'],
  catalogue: ['VS407'],
  cwe: [778],
  *check({ data, text }) {
    if (data.isPartial || /^[^#\n]*audit/im.test(text)) return;
    const [first] = vaultServers(data);
    if (first)
      yield {
        message: `nothing in this file turns on an audit device for service ${first.name}`,
        range: first.range,
        paste: 'vault audit enable file file_path=/vault/audit/audit.log',
      };
  },
});
