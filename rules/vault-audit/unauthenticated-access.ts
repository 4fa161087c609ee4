import { listenersOf, serverConfig, valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'endpoints were opened that need no token',
  severity: 'high',
  confidence: 'high',
  why: 'anybody can start and block rekeying or the making of a root token',
  fix: 'remove `enable_unauthenticated_access` from the configuration',
  references: ['https://developer.hashicorp.com/vault/docs/updates/important-changes'],
  catalogue: ['VA132'],
  cwe: [306],
  *check({ data }) {
    const open = valuesOf(serverConfig(data)?.enable_unauthenticated_access);
    if (open.length > 0) yield about('enable_unauthenticated_access', `endpoints need no token: ${open.join(', ')}`);
    for (const { subject, config } of listenersOf(data)) {
      const own = valuesOf(config.enable_unauthenticated_access);
      if (own.length > 0) yield about(subject, `endpoints of the listener need no token: ${own.join(', ')}`);
    }
  },
});
