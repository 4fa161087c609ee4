import { advisoriesFor } from '../../src/analysis/vault-advisories.ts';
import { answersOf } from '../../src/analysis/vault-answers.ts';
import { valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = {
  key_type?: string;
  allowed_users?: string;
  default_user?: string;
  allow_empty_principals?: boolean;
  allow_user_certificates?: boolean;
};

export default defineRule({
  artifact: 'vault',
  reads: ['ssh-role'],
  title: 'a role of SSH signs for any user',
  severity: 'high',
  confidence: 'high',
  why: 'whoever may use the role logs in as root on every host that trusts this authority',
  fix: 'name the users in `allowed_users`, and set `default_user`',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/ssh/signed-ssh-certificates'],
  catalogue: ['VA107'],
  cwe: [284],
  *check({ data }) {
    const isOld = advisoriesFor(data.serverVersion ?? '').some(({ cve }) => cve === 'CVE-2024-7594');
    for (const { path, data: role } of answersOf<Role>(data, 'ssh-role')) {
      if (valuesOf(role.allowed_users).includes('*'))
        yield about(path, 'the role signs for any user: allowed_users has *');
      if (role.allow_empty_principals)
        yield about(path, 'the role signs without a user, which is good for every user: allow_empty_principals');
      else if (isOld && role.allow_user_certificates && !role.default_user && !role.allowed_users)
        yield about(
          path,
          `the role names no user, and Vault ${data.serverVersion} then signs for every user (CVE-2024-7594)`,
        );
    }
  },
});
