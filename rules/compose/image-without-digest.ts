import { parseImageReference } from '../../src/parsers/image-reference.ts';
import { defineRule } from '../define-rule.ts';

/** Images that one message names. */
const MOST_NAMES = 3;

export default defineRule({
  artifact: 'compose',
  title: 'image without a digest',
  severity: 'info',
  confidence: 'high',
  why: 'whoever takes over the registry or the account moves the tag to another image, and the next pull runs it beside your secrets',
  fix: 'add the digest to the tag, and let Renovate or Dependabot raise it',
  references: ['https://docs.docker.com/dhi/core-concepts/digests/'],
  catalogue: ['VS412'],
  cwe: [1357],
  *check({ data }) {
    // One finding a file: it is one decision.
    const open = data.services.flatMap(({ image, build }) => {
      if (!image || build || image.value.includes('$')) return [];
      const { name, tag, digest } = parseImageReference(image.value);
      return digest || tag === undefined || tag === 'latest' ? [] : [{ text: `${name}:${tag}`, range: image.range }];
    });
    const [first] = open;
    if (!first) return;
    const names = [...new Set(open.map(({ text }) => text))];
    yield {
      message: `no digest on ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ' and others' : ''}`,
      range: first.range,
      paste: `image: ${first.text}@sha256:DIGEST`,
    };
  },
});
