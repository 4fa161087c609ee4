import { vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault without a health check',
  severity: 'low',
  confidence: 'high',
  why: 'a sealed Vault looks like a running one: nobody is told, and everything that depends on it starts and fails',
  fix: 'add a health check; `vault status` exits 2 while Vault is sealed',
  references: [
    'https://developer.hashicorp.com/vault/docs/commands/status',
    'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  ],
  catalogue: ['VS407'],
  cwe: [693],
  *check({ data }) {
    if (data.isPartial) return;
    for (const { name, range, healthcheck, healthcheckOff, isExtending } of vaultServers(data))
      if (healthcheck.length === 0 && !isExtending)
        yield {
          message: `service ${name} has no health check`,
          range: healthcheckOff ?? range,
          paste: 'healthcheck: { test: ["CMD", "vault", "status"], interval: 10s, retries: 3 }',
        };
  },
});
