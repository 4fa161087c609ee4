import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

/** More than what a cluster of the reference architecture holds without tuning. */
const MOST = 100_000;

export default defineRule({
  artifact: 'vault',
  reads: ['gauges'],
  title: 'Vault holds very many leases',
  severity: 'high',
  confidence: 'medium',
  why: 'every restart has to load them all: Vault is slow to come up, and its storage fills',
  fix: 'lower the time to live of the roles that make most of them, and let clients keep their tokens instead of logging in for each request',
  references: ['https://developer.hashicorp.com/vault/docs/troubleshoot/lease-explosions'],
  catalogue: ['VA075'],
  cwe: [400],
  *check({ data }) {
    const { Gauges = [] } = answerOf<{ Gauges?: { Name?: string; Value?: number }[] }>(data, 'gauges') ?? {};
    const leases = Gauges.find(({ Name }) => Name === 'vault.expire.num_leases')?.Value ?? 0;
    if (leases > MOST) yield about('sys/leases', `Vault holds ${leases} leases`);
  },
});
