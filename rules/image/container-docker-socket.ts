import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'running container that may use the Docker socket',
  severity: 'high',
  confidence: 'high',
  why: 'who has the socket starts a container with every file of the host, and reads the environment of all others',
  fix: 'take the mount away; what needs images or events gets a proxy that lets only those calls through',
  references: ['https://docs.docker.com/engine/security/#docker-daemon-attack-surface'],
  catalogue: ['VS411'],
  cwe: [250],
  *check({ data }) {
    for (const { source, target } of data.mounts) {
      if (/(?:^|\/)(?:docker|podman|containerd|crio)\.sock$/.test(source.value))
        yield { message: `${source.value} is mounted at ${target.value}`, range: source.range };
    }
  },
});
