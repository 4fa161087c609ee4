import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { oidc_discovery_url?: string; jwks_url?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-config'],
  title: 'an auth method fetches its keys over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits between them gives keys of their own, and signs tokens that Vault takes',
  fix: 'use https addresses for `oidc_discovery_url` and `jwks_url`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/jwt#configure'],
  catalogue: ['VA086'],
  cwe: [319],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'jwt-config'))
      if ([config.oidc_discovery_url, config.jwks_url].some((url) => url?.startsWith('http://')))
        yield about(path, 'the auth method fetches its keys over plain HTTP');
  },
});
