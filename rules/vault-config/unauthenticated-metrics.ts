import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, settingOf, stanzaOf, stanzasOf, textOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'metrics of Vault for everybody',
  severity: 'low',
  confidence: 'high',
  why: 'without a login anybody learns mounts, load, token counts and whether this node is sealed',
  fix: 'give Prometheus a token of its own, or serve metrics on a listener that only it reaches',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#unauthenticated_metrics_access'],
  catalogue: ['VS704'],
  cwe: [306],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, 'listener')) {
      const setting = settingOf(stanzaOf(listener, 'telemetry'), 'unauthenticated_metrics_access');
      const isLocal = isLoopbackHost(hostOf(textOf(listener, 'address') ?? '127.0.0.1'));
      if (setting && isOn(setting) && !isLocal)
        yield {
          message: 'unauthenticated_metrics_access is on',
          range: setting.nameRange,
          paste: 'unauthenticated_metrics_access = false',
        };
    }
  },
});
