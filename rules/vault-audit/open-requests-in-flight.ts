import { blockSetting, isOn, listenersOf, openNodes } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['in-flight', 'sanitized-config'],
  title: 'requests that Vault is serving are shown to all',
  severity: 'medium',
  confidence: 'high',
  why: 'everybody sees the paths of secrets as they are read, and from where',
  fix: 'remove `unauthenticated_in_flight_requests_access` from the listener',
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#unauthenticated_in_flight_requests_access',
  ],
  catalogue: ['VA014'],
  cwe: [200, 306],
  *check({ data }) {
    for (const { address } of openNodes(data, 'in-flight'))
      yield about(address, 'requests in flight are shown without a token');
    for (const { subject, config } of listenersOf(data))
      if (isOn(blockSetting(config, 'inflight_requests_logging', 'unauthenticated_in_flight_requests_access')))
        yield about(subject, 'the listener shows requests in flight: unauthenticated_in_flight_requests_access');
  },
});
