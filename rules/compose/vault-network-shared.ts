import type { ComposeService } from '../../src/parsers/compose.ts';
import { vaultDependents, vaultPart, vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault on a network with services that the outside reaches',
  severity: 'low',
  confidence: 'medium',
  why: 'whoever breaks into the published service speaks to Vault directly',
  fix: 'give Vault a network of its own that only its clients join: `networks: {vault: {internal: true}}`',
  references: [
    'https://docs.docker.com/reference/compose-file/networks/#internal',
    'https://developer.hashicorp.com/vault/docs/internals/security',
  ],
  catalogue: ['VS413'],
  cwe: [668],
  *check({ data }) {
    const networksOf = ({ networks }: ComposeService) =>
      networks.length === 0 ? ['default'] : networks.map(({ value }) => value);
    const clients = new Set(vaultDependents(data));
    for (const server of vaultServers(data)) {
      if (server.networkMode) continue;
      const own = networksOf(server);
      const open = data.services.find(
        (other) =>
          other !== server &&
          !server.dependsOn.some(({ name }) => name === other.name) &&
          !/(?:^|[/_-])(?:consul|etcd)(?:[:@_-]|$)/.test(`${other.name}:${other.image?.value ?? ''}`) &&
          !clients.has(other) &&
          vaultPart(other) !== 'server' &&
          !other.networkMode &&
          other.ports.some(({ hostIp }) => !/^(?:127\.|::1)/.test(hostIp ?? '')) &&
          networksOf(other).some((name) => own.includes(name)),
      );
      if (open)
        yield {
          message: `service ${server.name} shares a network with ${open.name}, which publishes a port and needs no Vault`,
          range: server.networks[0]?.range ?? server.range,
          paste: 'networks: [vault]',
        };
    }
  },
});
