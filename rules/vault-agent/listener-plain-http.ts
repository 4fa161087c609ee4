import { hostOf, isFilledInLater, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, labelOf, settingOf, textOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that serves the network over plain HTTP',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever sits on the network reads the tokens and secrets that pass between the applications and the Agent',
  fix: 'listen on 127.0.0.1 or a Unix socket, or give the listener `tls_cert_file` and `tls_key_file`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#listener-stanza'],
  catalogue: ['VS314'],
  cwe: [319],
  *check({ data }) {
    for (const listener of agentParts(data).listeners) {
      const off = settingOf(listener, 'tls_disable');
      const address = textOf(listener, 'address');
      if (labelOf(listener) !== 'tcp' || !isOn(off) || textOf(listener, 'role') === 'metrics_only') continue;
      if (!address || isFilledInLater(address) || isLoopbackHost(hostOf(address))) continue;
      yield { message: 'tls_disable is on for the whole network', range: off!.nameRange, paste: 'tls_disable = false' };
    }
  },
});
