import { isForDevelopment, vaultDependents, vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault, or a service that depends on it, that does not come back',
  severity: 'low',
  confidence: 'medium',
  why: 'after a crash, or a Vault that was away for a moment, the service stays down until somebody looks',
  fix: 'set `restart: unless-stopped`',
  references: ['https://docs.docker.com/engine/containers/start-containers-automatically/'],
  catalogue: ['VS414'],
  cwe: [693],
  *check({ data }) {
    // Swarm restarts what it is not told to leave.
    if (data.isSwarm || data.isPartial || isForDevelopment(data)) return;
    const jobs = new Set(
      data.services.flatMap(({ dependsOn }) =>
        dependsOn.filter(({ condition }) => condition === 'service_completed_successfully').map(({ name }) => name),
      ),
    );
    for (const service of [...vaultServers(data), ...vaultDependents(data)]) {
      const { name, restart, deploy, isExtending, range, profiles } = service;
      const isJob =
        jobs.has(name) ||
        profiles.length > 0 ||
        /init|setup|migrat|bootstrap|seed|unseal|test|cli|job|config/i.test(name);
      if (isJob || isExtending || deploy?.hasRestartPolicy || (restart && !/^(?:no|false)$/.test(restart.value)))
        continue;
      yield {
        message: `service ${name} is not restarted`,
        range: restart?.range ?? range,
        paste: 'restart: unless-stopped',
      };
    }
  },
});
