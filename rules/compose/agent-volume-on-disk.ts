import { vaultPart } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault Agent that shares secrets over a volume on disk',
  severity: 'medium',
  confidence: 'high',
  why: 'rendered secrets and tokens stay on the disk of the host when the containers are gone',
  fix: 'put the volume into memory with `driver_opts: {type: tmpfs, device: tmpfs}`',
  references: [
    'https://docs.docker.com/reference/compose-file/volumes/#driver_opts',
    'https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template',
  ],
  catalogue: ['VS410'],
  cwe: [522],
  *check({ data }) {
    for (const agent of data.services) {
      if (vaultPart(agent) !== 'agent') continue;
      for (const { type, source, range, isReadOnly } of agent.mounts) {
        if (type !== 'volume' || source === undefined || isReadOnly) continue;
        const isShared = data.services.some(
          (other) =>
            other !== agent && other.mounts.some((mount) => mount.type === 'volume' && mount.source === source),
        );
        const volume = data.volumes.find(({ name }) => name === source);
        if (isShared && !volume?.isTmpfs && !volume?.isExternal)
          yield {
            message: `volume ${source} of agent ${agent.name} lies on disk`,
            range,
            paste: `${source}: { driver_opts: { type: tmpfs, device: tmpfs, o: "mode=0700" } }`,
          };
      }
    }
  },
});
