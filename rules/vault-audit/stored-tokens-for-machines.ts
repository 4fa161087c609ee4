import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['auth'],
  title: 'machines get service tokens',
  severity: 'info',
  confidence: 'medium',
  why: 'each is written to storage: where machines log in often, the leases pile up',
  fix: "for logins that live for minutes, tune the mount with `-token-type=batch` (batch tokens can't be renewed or revoked)",
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens#token-type-comparison'],
  catalogue: ['VA083'],
  cwe: [400],
  *check({ data }) {
    for (const { path, mount } of mountsOf(data, 'auth', [
      'kubernetes',
      'jwt',
      'aws',
      'gcp',
      'azure',
      'approle',
      'cert',
    ]))
      if (/^(?:default-)?service$/.test(mount.config?.token_type ?? ''))
        yield about(path, 'the auth method gives service tokens');
  },
});
