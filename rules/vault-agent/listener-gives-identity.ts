import { hostOf, isFilledInLater, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, labelOf, settingOf, textOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: "listener that lends the Agent's identity to the network",
  severity: 'high',
  confidence: 'high',
  why: 'whoever reaches the port uses Vault as this application: the Agent adds its own token to their requests',
  fix: 'listen on 127.0.0.1 or a Unix socket, and set `require_request_header = true`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/proxy/apiproxy'],
  catalogue: ['VS314'],
  cwe: [306],
  *check({ data }) {
    const { autoAuthToken, listeners } = agentParts(data);
    if (!isOn(autoAuthToken) && autoAuthToken?.value?.toLowerCase() !== 'force') return;
    for (const listener of listeners) {
      const address = settingOf(listener, 'address');
      if (labelOf(listener) !== 'tcp' || textOf(listener, 'role') === 'metrics_only' || !address?.value) continue;
      if (isFilledInLater(address.value) || isLoopbackHost(hostOf(address.value))) continue;
      if (isOn(settingOf(listener, 'tls_require_and_verify_client_cert'))) continue;
      const port = /:(\d+)$/.exec(address.value)?.[1] ?? '8100';
      yield {
        message: 'the listener adds its own token to requests of the whole network',
        range: address.nameRange,
        paste: `address = "127.0.0.1:${port}"`,
      };
    }
  },
});
