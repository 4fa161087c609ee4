import { answerOf } from '../../src/analysis/vault-answers.ts';
import { daysBetween } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

type Status = { autoloaded?: { expiration_time?: string } };

export default defineRule({
  artifact: 'vault',
  reads: ['license-status'],
  title: 'the licence of Vault Enterprise ends soon',
  severity: 'high',
  confidence: 'high',
  why: 'at its end Vault does not start again, and seals itself at the termination time',
  fix: 'put the new licence in place and reload (`vault write sys/config/reload/license`)',
  references: ['https://developer.hashicorp.com/vault/docs/enterprise/license'],
  catalogue: ['VA142'],
  cwe: [324],
  *check({ data }) {
    if (data.flavour === 'vault' || data.flavour === 'openbao') return yield notTestable('this edition has no licence');
    const end = answerOf<Status>(data, 'license-status')?.autoloaded?.expiration_time;
    const days = end === undefined ? undefined : daysBetween(data.takenAt, end);
    if (days !== undefined && days < 60)
      yield about(
        'sys/license/status',
        days < 0 ? `the licence ended ${-days} d ago` : `the licence ends in ${days} d`,
        days < 0 ? 'critical' : days < 30 ? 'high' : 'medium',
      );
  },
});
