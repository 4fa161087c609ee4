import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that speaks to Vault over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads the login, the token and every secret that the Agent fetches',
  fix: 'write an `https://` address, and name the file of the CA in `ca_cert`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza'],
  catalogue: ['VS301'],
  cwe: [319],
  *check({ data }) {
    const address = settingOf(agentParts(data).vault, 'address');
    if (!address || !isPlainHttp(address.value)) return;
    const paste = `address = "${address.value!.trim().replace(/^http:/i, 'https:')}"`;
    yield { message: 'vault.address is an http:// address', range: address.nameRange, paste };
  },
});
