import { isForDevelopment, vaultDependents, vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'containers with secrets that reach the whole internet',
  severity: 'info',
  confidence: 'medium',
  why: 'whoever breaks into one sends the secrets anywhere, and nothing stops it',
  fix: 'put services that need no way out on a network with `internal: true`, and publish through a proxy',
  references: ['https://docs.docker.com/reference/compose-file/networks/#internal'],
  cwe: [923],
  *check({ data }) {
    if (data.isPartial || data.networks.some(({ isInternal, isExternal }) => isInternal || isExternal)) return;
    if (isForDevelopment(data)) return;
    const holder = [
      ...vaultServers(data),
      ...vaultDependents(data),
      ...data.services.filter(({ secrets }) => secrets.length > 0),
    ].find(({ networkMode }) => !networkMode);
    if (holder)
      yield {
        message: `service ${holder.name} has secrets, and no network of this file is internal`,
        range: holder.networks[0]?.range ?? holder.range,
        paste: 'networks: { backend: { internal: true } }',
      };
  },
});
