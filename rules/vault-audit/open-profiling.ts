import { blockSetting, isOn, listenersOf, openNodes } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['pprof', 'sanitized-config'],
  title: 'profiles of Vault are open to all',
  severity: 'high',
  confidence: 'high',
  why: "a profile shows the program's inside, and taking one costs the server dear: anybody can slow it",
  fix: 'remove `unauthenticated_pprof_access` from the listener',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#unauthenticated_pprof_access'],
  catalogue: ['VA013'],
  cwe: [200, 306],
  *check({ data }) {
    for (const { address } of openNodes(data, 'pprof')) yield about(address, 'profiles are given without a token');
    for (const { subject, config } of listenersOf(data))
      if (isOn(blockSetting(config, 'profiling', 'unauthenticated_pprof_access')))
        yield about(subject, 'the listener gives profiles without a token: unauthenticated_pprof_access');
  },
});
