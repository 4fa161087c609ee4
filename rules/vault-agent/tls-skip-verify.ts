import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: "Agent that does not check Vault's certificate",
  severity: 'high',
  confidence: 'high',
  why: 'anyone on the network can play Vault, take the login and hand the application false secrets',
  fix: 'take `tls_skip_verify` out, and name the file of the CA in `ca_cert`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza'],
  catalogue: ['VS302'],
  cwe: [295],
  *check({ data }) {
    const setting = settingOf(agentParts(data).vault, 'tls_skip_verify');
    if (setting && isOn(setting))
      yield { message: 'tls_skip_verify is on', range: setting.nameRange, paste: 'ca_cert = "/etc/vault/ca.pem"' };
  },
});
