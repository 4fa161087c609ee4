import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['cors'],
  title: 'web pages of every origin may ask Vault',
  severity: 'high',
  confidence: 'high',
  why: 'a page that its user only visits may talk to Vault with the token that lies in the browser',
  fix: 'name the origins in `allowed_origins`, or `vault delete sys/config/cors`',
  references: ['https://developer.hashicorp.com/vault/api-docs/system/config-cors'],
  catalogue: ['VA124'],
  cwe: [942],
  *check({ data }) {
    const cors = answerOf<{ enabled?: boolean; allowed_origins?: string[] }>(data, 'cors');
    if (cors?.enabled && cors.allowed_origins?.includes('*')) yield about('sys/config/cors', 'every origin is allowed');
  },
});
