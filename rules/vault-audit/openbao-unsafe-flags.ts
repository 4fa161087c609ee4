import { isOn, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

const FLAGS = {
  unsafe_allow_api_audit_creation: 'high',
  unsafe_cross_namespace_identity: 'high',
  allow_unauthenticated_workflows: 'high',
  allow_audit_log_prefixing: 'medium',
  unsafe_relative_paths: 'medium',
} as const;

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'OpenBao runs with a setting that its documentation calls unsafe',
  severity: 'high',
  confidence: 'high',
  why: 'each brings back a weakness that was mended: code by audit logs, identities across namespaces, requests without a token',
  fix: 'remove the setting from the configuration',
  references: ['https://openbao.org/docs/configuration/'],
  catalogue: ['VA143'],
  cwe: [1188],
  *check({ data }) {
    const config = serverConfig(data);
    for (const [flag, severity] of Object.entries(FLAGS))
      if (isOn(config?.[flag])) yield about(flag, `the setting ${flag} is on`, severity);
  },
});
