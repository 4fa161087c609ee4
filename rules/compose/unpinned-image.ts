import type { Match } from '../../src/model/rule.ts';
import type { Compose } from '../../src/parsers/compose.ts';
import { isBuiltLocally, isWrittenOut, parseImageReference } from '../../src/parsers/image-reference.ts';
import { defineRule, onePerPlace } from '../define-rule.ts';

function* matches(data: Compose): Iterable<Match> {
  const seen = new Set<string>();
  for (const { name: service, image, build } of data.services) {
    // The image of a service that is built here is a name for the result.
    if (!image || build) continue;
    const { name, tag, digest } = parseImageReference(image.value);
    if (digest || !isWrittenOut(name) || tag?.includes('$') || isBuiltLocally(name)) continue;
    if ((tag !== undefined && tag !== 'latest') || seen.has(image.value)) continue;
    seen.add(image.value);
    yield {
      message: `image ${name} of service ${service} ${tag ? 'is tagged latest' : 'has no tag'}`,
      range: image.range,
      paste: `image: ${name}:VERSION@sha256:DIGEST`,
    };
  }
}

export default defineRule({
  artifact: 'compose',
  title: 'image without a tag, or tagged latest',
  severity: 'low',
  confidence: 'high',
  why: 'the next pull may bring other code, also a compromised one, without a change in the repository',
  fix: 'name a version and its digest: `image: postgres:17.6@sha256:...`',
  references: ['https://docs.docker.com/dhi/core-concepts/digests/'],
  catalogue: ['VS412'],
  cwe: [1357],
  *check({ data }) {
    yield* onePerPlace(matches(data));
  },
});
