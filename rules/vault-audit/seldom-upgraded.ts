import { answerOf } from '../../src/analysis/vault-answers.ts';
import { daysBetween } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type History = { key_info?: Record<string, { timestamp_installed?: string }> };

export default defineRule({
  artifact: 'vault',
  reads: ['version-history'],
  title: 'Vault was last upgraded more than half a year ago',
  severity: 'low',
  confidence: 'high',
  why: 'weaknesses that were mended since are open here',
  fix: 'upgrade, and plan the next upgrade',
  references: ['https://developer.hashicorp.com/vault/docs/upgrading'],
  catalogue: ['VA141'],
  cwe: [1104],
  *check({ data }) {
    const history = Object.values(answerOf<History>(data, 'version-history')?.key_info ?? {});
    const last = history
      .flatMap(({ timestamp_installed }) => timestamp_installed ?? [])
      .sort()
      .at(-1);
    const days = last === undefined ? undefined : daysBetween(last, data.takenAt);
    if (days !== undefined && days > 180) yield about('sys/version-history', `the last upgrade was ${days} d ago`);
  },
});
