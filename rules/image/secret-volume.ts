import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'volume where secrets lie',
  severity: 'medium',
  confidence: 'medium',
  why: 'every container gets a volume on the disk of the host, which stays when the container is gone, secrets and all',
  fix: 'take the VOLUME out, and mount a tmpfs there at run time',
  references: ['https://docs.docker.com/engine/storage/tmpfs/'],
  catalogue: ['VS410'],
  cwe: [312],
  *check({ data }) {
    for (const { value, range } of data.volumes) {
      if (/(?:^|\/)(?:secrets?|credentials|\.ssh|\.aws|\.kube|\.gnupg)\/?$|^\/(?:var\/)?run\/secrets/i.test(value))
        yield { message: `${value} is a volume`, range };
    }
  },
});
