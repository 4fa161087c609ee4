import type { Match } from '../../src/model/rule.ts';
import type { Compose } from '../../src/parsers/compose.ts';
import { vaultPart } from '../../src/parsers/compose-vault.ts';
import { defineRule, onePerPlace } from '../define-rule.ts';

function* matches(data: Compose): Iterable<Match> {
  // Where the file has secrets, the socket is a way to them.
  const holder = data.services.find((service) => service.secrets.length > 0 || vaultPart(service) !== 'other');
  for (const { name, mounts } of data.services)
    for (const { source, range } of mounts) {
      const paste = 'DOCKER_HOST: tcp://docker-socket-proxy:2375';
      if (!/(?:^|\/)(?:docker|podman|containerd)\.sock$/.test(source ?? '')) continue;
      yield holder
        ? {
            message: `service ${name} has the Docker socket, and ${holder.name} has secrets`,
            range,
            paste,
            severity: 'medium',
          }
        : { message: `service ${name} has the Docker socket`, range, paste };
    }
}

export default defineRule({
  artifact: 'compose',
  title: 'Docker socket inside a container',
  severity: 'low',
  confidence: 'high',
  why: 'whoever breaks into this container starts others as root of the host, and reads the secrets of all of them; mounting it read-only changes nothing',
  fix: 'put a proxy that allows only the needed calls in front of the socket, or take the mount out',
  references: ['https://docs.docker.com/engine/security/protect-access/'],
  catalogue: ['VS411'],
  cwe: [250],
  *check({ data }) {
    yield* onePerPlace(matches(data));
  },
});
