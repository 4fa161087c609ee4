import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { bound_issuer?: string; jwks_url?: string; jwt_validation_pubkeys?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-config'],
  title: 'an auth method does not check who issued a token',
  severity: 'medium',
  confidence: 'high',
  why: 'whatever is signed with a key of the set is taken, also what another issuer signed for another purpose',
  fix: 'set `bound_issuer` in the configuration of the auth method',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/jwt#configure'],
  catalogue: ['VA086'],
  cwe: [346],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'jwt-config'))
      if (!config.bound_issuer && (config.jwks_url || config.jwt_validation_pubkeys?.length))
        yield about(path, 'the auth method checks keys only, and not the issuer: bound_issuer is empty');
  },
});
