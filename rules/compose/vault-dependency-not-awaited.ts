import type { Match } from '../../src/model/rule.ts';
import type { Compose } from '../../src/parsers/compose.ts';
import { vaultPart } from '../../src/parsers/compose-vault.ts';
import { defineRule, onePerPlace } from '../define-rule.ts';

function* matches(data: Compose): Iterable<Match> {
  // Swarm knows no order.
  if (data.isSwarm) return;
  const awaited = data.services
    .filter((service) => ['server', 'agent'].includes(vaultPart(service)))
    .map(({ name }) => name);
  for (const { name: service, dependsOn } of data.services) {
    if (awaited.includes(service)) continue;
    for (const { name, condition, range } of dependsOn) {
      if (!awaited.includes(name) || (condition !== undefined && condition !== 'service_started')) continue;
      yield {
        message: `service ${service} does not wait until ${name} is healthy`,
        range,
        paste: `depends_on:\n  ${name}:\n    condition: service_healthy`,
      };
    }
  }
}

export default defineRule({
  artifact: 'compose',
  title: 'service that does not wait until Vault is ready',
  severity: 'low',
  confidence: 'high',
  why: 'the service starts while Vault is sealed or still starting, gets no secret, and runs without or crashes',
  fix: 'wait for the health check of Vault: `condition: service_healthy`',
  references: ['https://docs.docker.com/compose/how-tos/startup-order/'],
  catalogue: ['VS408'],
  cwe: [696],
  *check({ data }) {
    yield* onePerPlace(matches(data));
  },
});
