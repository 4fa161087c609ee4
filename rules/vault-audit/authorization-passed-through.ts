import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['auth'],
  title: 'an auth method gets the Authorization header of its callers',
  severity: 'high',
  confidence: 'high',
  why: "in releases before 2.0.0 that header may hold the caller's own token, and the plugin sees it (CVE-2026-4525)",
  fix: 'tune the mount without it: `vault auth tune -passthrough-request-headers= PATH`, and upgrade',
  references: [
    'https://discuss.hashicorp.com/c/security/52',
    'https://developer.hashicorp.com/vault/docs/commands/auth/tune',
  ],
  catalogue: ['VA082'],
  cwe: [200, 522],
  *check({ data }) {
    for (const { path, mount } of mountsOf(data, 'auth')) {
      const headers = mount.config?.passthrough_request_headers ?? [];
      const found = headers.filter((header) => /^(?:authorization|x-vault-token|cookie)$/i.test(header));
      if (found.length > 0) yield about(path, `the auth method gets the header ${found.join(', ')} of its callers`);
    }
  },
});
