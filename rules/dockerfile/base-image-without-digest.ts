import { isBuiltLocally, isWrittenOut } from '../../src/parsers/image-reference.ts';
import { defineRule } from '../define-rule.ts';

/** Images that one message names. */
const MOST_NAMES = 3;

export default defineRule({
  artifact: 'dockerfile',
  title: 'base image without a digest',
  severity: 'info',
  confidence: 'high',
  why: 'whoever takes over the registry or the account moves the tag to another image, and the next build runs it',
  fix: 'add the digest to the tag, and let Renovate or Dependabot raise it: `FROM alpine:3.22@sha256:...`',
  references: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://docs.docker.com/dhi/core-concepts/digests/',
  ],
  catalogue: ['VS108'],
  cwe: [1357],
  *check({ data }) {
    // One finding a file: the tag alone is a choice that many make, and it is made for all images at once.
    const open = data.bases.filter(
      ({ name, isLocal, tag, digest }) => !isLocal && !digest && tag && tag !== 'latest' && !isBuiltLocally(name),
    );
    const [first] = open.filter(({ name, tag }) => isWrittenOut(name) && !tag!.includes('$'));
    if (!first) return;
    const names = [...new Set(open.map(({ name, tag }) => `${name}:${tag}`))];
    yield {
      message: `no digest on ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ' and others' : ''}`,
      range: first.range,
      paste: `FROM ${first.name}:${first.tag}@sha256:DIGEST`,
    };
  },
});
