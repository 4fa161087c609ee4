import { policyTexts } from '../../src/analysis/vault-grants.ts';
import { isOn, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

/** Templates whose value somebody can choose; ids are made by Vault. */
const CHOSEN = /path\s+"[^"\n]*\{\{\s*identity\.[^}]*(?:metadata|\.name)\b[^}]*\}\}/;

export default defineRule({
  artifact: 'vault',
  reads: ['policy', 'sanitized-config'],
  title: 'templates in policies take values with slashes',
  severity: 'high',
  confidence: 'medium',
  why: 'who chooses a metadata value with a slash in it reaches paths of others (CVE-2026-5006)',
  fix: 'upgrade to 2.0.4, 1.21.9, 1.20.14 or 1.19.20 and set `deny_slash_in_templated_paths = true`; until then use ids in templates, no names and no metadata',
  references: [
    'https://discuss.hashicorp.com/c/security/52',
    'https://developer.hashicorp.com/vault/docs/concepts/production-hardening',
  ],
  catalogue: ['VA133'],
  cwe: [22],
  *check({ data }) {
    const config = serverConfig(data);
    if (isOn(config?.deny_slash_in_templated_paths) || data.flavour === 'openbao') return;
    for (const [name, text] of policyTexts(data))
      if (CHOSEN.test(text))
        yield about(`sys/policies/acl/${name}`, 'a template of the policy takes values with slashes');
  },
});
