import { answersOf } from '../../src/analysis/vault-answers.ts';
import { valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { bound_subject?: string; bound_claims?: Record<string, unknown> | null };
type Config = { oidc_discovery_url?: string; bound_issuer?: string; jwks_url?: string };
const PUBLIC =
  /token\.actions\.githubusercontent\.com|^https:\/\/gitlab\.com\/?|oidc\.circleci\.com|app\.terraform\.io|agent\.buildkite\.com|api\.bitbucket\.org/;
/** Claims that say whose build it is. */
const OWNER =
  /^\/?(?:sub|repository(?:_owner|_id|_owner_id)?|job_workflow_ref|project_(?:path|id)|namespace_(?:path|id)|terraform_organization_(?:id|name)|organization_(?:id|slug)|aud_org|oidc\.circleci\.com\/.*)$/;

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role', 'jwt-config'],
  title: 'a role takes tokens of a public build service without naming a repository',
  severity: 'critical',
  confidence: 'high',
  why: 'every repository in the world gets such tokens: anybody who writes a workflow logs in',
  fix: 'bind the role to `repository` or `sub`, with the branch or environment, in `bound_claims`',
  references: [
    'https://developer.hashicorp.com/vault/docs/auth/jwt',
    'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-hashicorp-vault',
  ],
  catalogue: ['VA086'],
  cwe: [284],
  *check({ data }) {
    const configs = answersOf<Config>(data, 'jwt-config');
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role')) {
      const mount = path.slice(0, path.lastIndexOf('/role/'));
      const config = configs.find((one) => one.path === `${mount}/config`)?.data;
      const issuer = [config?.bound_issuer, config?.oidc_discovery_url, config?.jwks_url].find(
        (url) => url && PUBLIC.test(url),
      );
      const isBound = Object.entries(role.bound_claims ?? {}).some(
        ([claim, value]) => OWNER.test(claim) && !valuesOf(value).some((one) => /^[*/]+$/.test(one)),
      );
      if (issuer && !isBound && (!role.bound_subject || /^[*]+$/.test(role.bound_subject)))
        yield about(path, `the role takes every token of ${issuer}`);
    }
  },
});
