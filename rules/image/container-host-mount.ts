import { isSecretPath } from '../../src/analysis/secret-path.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'running container that sees secrets of the host',
  severity: 'high',
  confidence: 'medium',
  why: 'whoever breaks into the container reads what lies there, and it belongs to more than this container',
  fix: 'mount only the file that is needed, read-only, or let Vault Agent write it into a tmpfs',
  references: ['https://docs.docker.com/engine/storage/bind-mounts/'],
  catalogue: ['VS411'],
  cwe: [668],
  *check({ data }) {
    for (const { source, isWritable } of data.mounts) {
      const path = source.value;
      if (/^\/(?:etc|root|home|var|proc|sys|boot)?\/?$/.test(path))
        yield { message: `${path} of the host is mounted${isWritable ? ' and writable' : ''}`, range: source.range };
      else if (path.startsWith('/') && isSecretPath(path))
        yield { message: `${path} of the host is mounted`, range: source.range, severity: 'medium' };
    }
  },
});
