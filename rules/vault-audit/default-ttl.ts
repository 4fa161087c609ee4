import { inDays, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

const MONTH = 2_764_800;

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'tokens and leases live for 32 days unless told otherwise',
  severity: 'medium',
  confidence: 'high',
  why: 'what no role limits lives for a month: a stolen token stays good for as long',
  fix: "set `default_lease_ttl` and `max_lease_ttl` in the server's configuration, for instance to 1h and 24h",
  references: ['https://developer.hashicorp.com/vault/docs/configuration#max_lease_ttl'],
  catalogue: ['VA076'],
  cwe: [613],
  *check({ data }) {
    const config = serverConfig(data);
    for (const setting of ['default_lease_ttl', 'max_lease_ttl'] as const) {
      const seconds = config?.[setting] || MONTH;
      if (config && seconds >= MONTH)
        yield about(setting, `${setting} is ${inDays(seconds)}`, setting === 'max_lease_ttl' ? 'medium' : 'low');
    }
  },
});
