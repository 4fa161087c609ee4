import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['auth', 'mounts'],
  title: 'a mount uses a plugin that is about to go, or is gone',
  severity: 'low',
  confidence: 'high',
  why: 'after the next upgrade the mount does not start, or Vault does not',
  fix: 'move to the plugin that replaces it',
  references: ['https://developer.hashicorp.com/vault/docs/deprecation'],
  catalogue: ['VA092'],
  cwe: [1104],
  *check({ data }) {
    for (const { path, mount } of [...mountsOf(data, 'auth'), ...mountsOf(data, 'mounts')])
      if (/^(?:pending-removal|removed)$/.test(mount.deprecation_status ?? ''))
        yield about(path, `the plugin ${mount.type} of the mount is ${mount.deprecation_status}`);
  },
});
