import { hostOf, isFilledInLater, isInternalHost, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent without the CA of an internal Vault',
  severity: 'low',
  confidence: 'medium',
  why: 'no public authority signs for an internal name: the Agent fails, or every CA of the image may sign for Vault',
  fix: 'name the file of the CA that signed for Vault in `ca_cert`, so that no other one counts',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza'],
  catalogue: ['VS303'],
  cwe: [295],
  *check({ data }) {
    const { vault } = agentParts(data);
    const address = settingOf(vault, 'address');
    if (!/^https:/i.test(address?.value ?? '') || isFilledInLater(address!.value!)) return;
    if (settingOf(vault, 'ca_cert') || settingOf(vault, 'ca_path') || isOn(settingOf(vault, 'tls_skip_verify'))) return;
    const host = hostOf(address!.value!);
    if (isInternalHost(host) && !isLoopbackHost(host))
      yield {
        message: 'no CA is named for an internal address',
        range: address!.nameRange,
        paste: 'ca_cert = "/etc/vault/ca.pem"',
      };
  },
});
