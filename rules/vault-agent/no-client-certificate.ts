import { labelOf, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent without a certificate of its own (mutual TLS)',
  severity: 'info',
  confidence: 'medium',
  why: 'a stolen RoleID and SecretID work from every machine that reaches Vault, and not from this one only',
  fix: 'give the `vault` stanza `client_cert` and `client_key`, and let the listener of Vault ask for them',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza'],
  cwe: [306],
  *check({ data }) {
    const { vault, method } = agentParts(data);
    const address = settingOf(vault, 'address');
    if (!address || !/^https:/i.test(address.value ?? '')) return;
    // A platform that vouches for the machine does what the certificate would do.
    if (!method || !/^(?:approle|token_file|ldap)$/.test(labelOf(method)) || settingOf(vault, 'client_cert')) return;
    yield {
      message: 'no client certificate is set',
      range: address.nameRange,
      paste: 'client_cert = "/etc/vault/agent.pem"',
    };
  },
});
