import { compilePattern, overlaps } from '../../src/analysis/policy-pattern.ts';
import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

const CREATE = compilePattern('auth/token/create');
const ORPHAN = compilePattern('auth/token/create-orphan');
const BY_ROLE = compilePattern('auth/token/create/+');

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy that may create tokens with rights of its choice',
  severity: 'high',
  confidence: 'high',
  why: 'with sudo, token creation gives any policy but root; a role gives its policies to whoever may name it; an orphan lives on when its maker is revoked',
  fix: 'let services log in by an auth method instead; where tokens must be made, allow `auth/token/create/ROLE` for one role with few policies',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/token'],
  catalogue: ['VP006'],
  cwe: [269],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      if (pattern.segments[0] !== 'auth') continue;
      const canWrite = rule.capabilities.includes('update') || rule.capabilities.includes('create');
      if (!canWrite) continue;
      const range = rule.pathRange;
      const hasSudo = rule.capabilities.includes('sudo');
      if (hasSudo && (overlaps(pattern, CREATE) || overlaps(pattern, ORPHAN)))
        yield {
          message: `rule ${rule.path} makes tokens with any policy but root, since it has sudo`,
          range,
          severity: 'critical',
        };
      else if (overlaps(pattern, ORPHAN))
        yield { message: `rule ${rule.path} makes tokens that outlive their maker`, range };
      else if (overlaps(pattern, BY_ROLE) && (pattern.isPrefix || pattern.wildcards > 0))
        yield { message: `rule ${rule.path} makes tokens by every token role`, range };
    }
  },
});
