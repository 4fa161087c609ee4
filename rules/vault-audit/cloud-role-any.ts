import { answersOf } from '../../src/analysis/vault-answers.ts';
import { valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Gcp = { bound_service_accounts?: string[] | null; bound_projects?: string[] | null };
const AZURE = [
  'bound_service_principal_ids',
  'bound_group_ids',
  'bound_subscription_ids',
  'bound_resource_groups',
  'bound_scale_sets',
];

export default defineRule({
  artifact: 'vault',
  reads: ['gcp-auth-role', 'azure-auth-role'],
  title: 'a role takes every identity of a cloud',
  severity: 'high',
  confidence: 'high',
  why: 'whoever has an account of that kind gets the secrets of the role',
  fix: 'name the service accounts, projects or groups in the role',
  references: [
    'https://developer.hashicorp.com/vault/docs/auth/gcp',
    'https://developer.hashicorp.com/vault/docs/auth/azure',
  ],
  catalogue: ['VA089'],
  cwe: [284],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Gcp>(data, 'gcp-auth-role'))
      if (role.bound_service_accounts?.includes('*') && !role.bound_projects?.length)
        yield about(path, 'the role takes every service account of Google Cloud');
    for (const { path, data: role } of answersOf(data, 'azure-auth-role'))
      if (AZURE.every((name) => valuesOf(role[name]).every((one) => one === '*')))
        yield about(path, 'the role takes every identity of the tenant');
  },
});
