import { artifactsOf } from '../../src/parsers/artifact.ts';
import type { Compose, ComposeMount, ComposeService } from '../../src/parsers/compose.ts';
import { vaultPart } from '../../src/parsers/compose-vault.ts';
import { servicesWithFile } from '../../src/parsers/project-agents.ts';
import { settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['vault-agent', 'compose'],
  title: 'secret rendered onto a disk that outlives the container',
  severity: 'medium',
  confidence: 'high',
  why: 'the secret is on the host, in its backups and for its users, when the container is long gone',
  fix: 'render into a tmpfs: `tmpfs: [/run/app]`, or a volume with `driver_opts: {type: tmpfs, device: tmpfs}`',
  references: ['https://docs.docker.com/reference/compose-file/services/#tmpfs'],
  catalogue: ['VS320'],
  cwe: [312],
  *check({ data }) {
    for (const agent of artifactsOf(data, 'vault-agent')) {
      const found = servicesWithFile(data, agent.path);
      for (const { service, compose } of found.filter(
        ({ service }) => vaultPart(service) === 'agent' && starts(service, agent.path),
      )) {
        for (const { stanza } of agent.data.templates) {
          const destination = settingOf(stanza, 'destination');
          const mount = destination?.value === undefined ? undefined : mountOf(service, destination.value);
          if (!mount || !isOnDisk(mount, service, compose)) continue;
          const where = mount.type === 'bind' ? 'a folder of the host' : `volume ${mount.source ?? mount.target}`;
          yield {
            message: `the destination lies on ${where} in service ${service.name}`,
            path: agent.path,
            range: destination!.nameRange,
            paste: `tmpfs: [${mount.target}]`,
          };
        }
      }
    }
  },
});

/** True unless the command of the service names another configuration of a folder that it mounts. */
function starts({ command, entrypoint }: ComposeService, path: string): boolean {
  const named = [...entrypoint, ...command]
    .map(({ value }) => value)
    .join(' ')
    .match(/[\w./-]+\.(?:hcl|json)\b/g);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return named === null || named.some((one) => one.endsWith(`/${name}`) || one === name);
}

/** The mount with the longest target that a path lies in. */
function mountOf({ mounts }: ComposeService, path: string): ComposeMount | undefined {
  return mounts
    .filter(({ target }) => path.startsWith(`${target.replace(/\/$/, '')}/`))
    .sort((a, b) => b.target.length - a.target.length)[0];
}

/** A volume that other services share is what `compose/agent-volume-on-disk` finds. */
function isOnDisk(mount: ComposeMount, service: ComposeService, compose: Compose): boolean {
  if (mount.type === 'bind') return !/^\/(?:run|dev\/shm)(?:\/|$)/.test(mount.source ?? '');
  if (mount.type !== 'volume') return false;
  const volume = compose.volumes.find(({ name }) => name === mount.source);
  const isShared = compose.services.some(
    (other) => other !== service && other.mounts.some(({ source }) => source !== undefined && source === mount.source),
  );
  return !isShared && !volume?.isTmpfs && !volume?.isExternal;
}
