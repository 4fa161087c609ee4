import { blockSetting, isOn, listenersOf, openNodes } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['metrics', 'sanitized-config'],
  title: 'metrics of Vault are open to all',
  severity: 'medium',
  confidence: 'high',
  why: 'they name mounts, policies and how much each is used: a map for whoever looks for a way in',
  fix: 'remove `unauthenticated_metrics_access` and give the collector a token, or a listener that only it reaches',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#unauthenticated_metrics_access'],
  catalogue: ['VA012'],
  cwe: [200, 306],
  *check({ data }) {
    for (const { address } of openNodes(data, 'metrics')) yield about(address, 'metrics are given without a token');
    for (const { subject, config } of listenersOf(data))
      if (isOn(blockSetting(config, 'telemetry', 'unauthenticated_metrics_access')))
        yield about(subject, 'the listener gives metrics without a token: unauthenticated_metrics_access');
  },
});
