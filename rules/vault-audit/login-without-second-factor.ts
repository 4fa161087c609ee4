import { answersOf, whyUnanswered } from '../../src/analysis/vault-answers.ts';
import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

interface Enforcement {
  auth_method_accessors?: string[] | null;
  auth_method_types?: string[] | null;
  identity_group_ids?: string[] | null;
  identity_entity_ids?: string[] | null;
}

export default defineRule({
  artifact: 'vault',
  reads: ['auth', 'mfa-enforcements', 'mfa-enforcement'],
  title: 'people log in without a second factor',
  severity: 'medium',
  confidence: 'medium',
  why: 'a guessed, reused or phished password is enough to read what its owner may read',
  fix: 'write a login enforcement that names the auth method: `vault write identity/mfa/login-enforcement/people auth_method_accessors=... mfa_method_ids=...`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/login-mfa'],
  catalogue: ['VA080'],
  cwe: [308],
  *check({ data }) {
    const reason = whyUnanswered(data, 'mfa-enforcements');
    if (reason !== undefined) return yield notTestable(`login enforcements could not be listed: ${reason}`);
    const enforced = answersOf<Enforcement>(data, 'mfa-enforcement').map((one) => one.data);
    // Whether groups and entities cover everybody who logs in by a method can't be told.
    const isPartly = enforced.some((one) => one.identity_group_ids?.length || one.identity_entity_ids?.length);
    for (const { path, mount } of mountsOf(data, 'auth', ['userpass', 'ldap', 'okta', 'radius', 'oidc'])) {
      const isNamed = enforced.some(
        (one) =>
          one.auth_method_accessors?.includes(mount.accessor ?? '') || one.auth_method_types?.includes(mount.type),
      );
      if (isNamed) continue;
      // The provider of OpenID Connect may ask for a second factor itself.
      const severity = mount.type === 'oidc' ? 'info' : isPartly ? 'low' : 'medium';
      yield about(path, `no login enforcement asks for a second factor at the ${mount.type} method`, severity);
    }
  },
});
