import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

/** Words in the names of fields that hold a secret. */
const SECRET_FIELD = /pass|secret|token|key|^data$|credential|certificate|jwt/i;

export default defineRule({
  artifact: 'vault',
  reads: ['auth', 'mounts'],
  title: 'a mount logs secret fields in the clear',
  severity: 'high',
  confidence: 'medium',
  why: 'the named fields stand unhashed in the audit log: whoever reads the log holds what they hold',
  fix: 'tune the mount without them: `vault secrets tune -audit-non-hmac-response-keys= PATH`',
  references: ['https://developer.hashicorp.com/vault/docs/commands/secrets/tune'],
  catalogue: ['VA061'],
  cwe: [532],
  *check({ data }) {
    for (const { path, mount } of [...mountsOf(data, 'mounts'), ...mountsOf(data, 'auth')]) {
      const { audit_non_hmac_request_keys: asked = [], audit_non_hmac_response_keys: given = [] } = mount.config ?? {};
      const fields = [...new Set([...asked, ...given])].filter((field) => SECRET_FIELD.test(field));
      if (fields.length > 0) yield about(path, `the mount logs fields in the clear: ${fields.join(', ')}`);
    }
  },
});
