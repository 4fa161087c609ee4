import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['auth'],
  title: 'guessing passwords is not slowed down',
  severity: 'high',
  confidence: 'high',
  why: 'without the lockout somebody may try passwords or SecretIDs as fast as Vault answers',
  fix: 'tune the mount with `-user-lockout-disable=false`; the environment variable VAULT_DISABLE_USER_LOCKOUT can not be seen from here',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/user-lockout'],
  catalogue: ['VA081'],
  cwe: [307],
  *check({ data }) {
    for (const { path, mount } of mountsOf(data, 'auth', ['userpass', 'ldap', 'approle'])) {
      const { user_lockout_disable, user_lockout_threshold = 0 } = mount.config?.user_lockout_config ?? {};
      if (user_lockout_disable) yield about(path, 'the lockout after failed logins is off');
      else if (user_lockout_threshold > 100)
        yield about(path, `the lockout begins after ${user_lockout_threshold} failed logins`, 'medium');
    }
  },
});
