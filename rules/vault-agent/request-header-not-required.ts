import { isOn, labelOf, settingOf, textOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: "Agent's identity lent without the request header",
  severity: 'low',
  confidence: 'high',
  why: 'an application that fetches an address for an attacker (SSRF) can be sent to the Agent, which adds its token',
  fix: 'set `require_request_header = true`; the clients of Vault send `X-Vault-Request: true` by themselves',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#listener-stanza'],
  catalogue: ['VS314'],
  cwe: [918],
  *check({ data }) {
    const { autoAuthToken, listeners } = agentParts(data);
    if (!isOn(autoAuthToken) && autoAuthToken?.value?.toLowerCase() !== 'force') return;
    for (const listener of listeners) {
      if (labelOf(listener) !== 'tcp' || textOf(listener, 'role') === 'metrics_only') continue;
      const setting = settingOf(listener, 'require_request_header');
      if (isOn(setting)) continue;
      const range = setting?.nameRange ?? listener.nameRange;
      yield { message: 'require_request_header is not on', range, paste: 'require_request_header = true' };
    }
  },
});
