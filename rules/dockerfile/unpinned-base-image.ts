import { isBuiltLocally, isWrittenOut } from '../../src/parsers/image-reference.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'base image without a tag, or tagged latest',
  severity: 'low',
  confidence: 'high',
  why: 'the next build may hold other code, also a compromised one, without a change in the repository',
  fix: 'name a version and its digest: `FROM alpine:3.22@sha256:...`',
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  catalogue: ['VS108'],
  cwe: [1357],
  *check({ data }) {
    for (const { name, tag, digest, isLocal, range } of data.bases) {
      if (isLocal || digest || !isWrittenOut(name) || isBuiltLocally(name)) continue;
      const paste = `FROM ${name}:VERSION@sha256:DIGEST`;
      if (tag === undefined) yield { message: `base image ${name} has no tag`, range, paste };
      else if (tag === 'latest') yield { message: `base image ${name} is tagged latest`, range, paste };
    }
  },
});
