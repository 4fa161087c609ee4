import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, settingOf, stanzaOf, textOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'endpoint that stops the Agent without a login',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever reaches the listener ends the Agent with one request, and with it the renewal of every secret',
  fix: 'leave `enable_quit` off, or bind the listener to 127.0.0.1 where a job has to end its sidecar',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#quit'],
  catalogue: ['VS315'],
  cwe: [306],
  *check({ data }) {
    for (const listener of agentParts(data).listeners) {
      const setting = settingOf(stanzaOf(listener, 'agent_api', 'proxy_api'), 'enable_quit');
      if (!setting || !isOn(setting)) continue;
      const isLocal = isLoopbackHost(hostOf(textOf(listener, 'address') ?? ''));
      yield {
        message: 'enable_quit is on',
        range: setting.nameRange,
        paste: 'enable_quit = false',
        ...(isLocal ? { severity: 'info' as const } : {}),
      };
    }
  },
});
