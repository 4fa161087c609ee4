import type { Dockerfile } from '../../src/parsers/dockerfile.ts';
import { isFromRegistry, parseImageReference } from '../../src/parsers/image-reference.ts';
import { defineRule } from '../define-rule.ts';

/** `--from` names a stage by its name or number, and an image otherwise. */
function isStage({ stages }: Dockerfile, from: string): boolean {
  return /^\d+$/.test(from) || stages.some(({ alias }) => alias?.toLowerCase() === from.toLowerCase());
}

export default defineRule({
  artifact: 'dockerfile',
  title: 'image from a registry that is not allowed',
  severity: 'medium',
  confidence: 'high',
  why: 'an image from anywhere can hold anything, and it runs beside your secrets',
  fix: 'take the image from a registry that `registries` of .vaultcheck.yml lists, or add its registry there',
  references: ['https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image'],
  catalogue: ['VS109'],
  cwe: [829],
  *check({ data, options }) {
    if (options.registries.length === 0) return;
    for (const { name, isLocal, range } of data.bases) {
      if (isLocal || name.includes('$') || isFromRegistry(name, options.registries)) continue;
      yield {
        message: `image ${name} is from none of the registries that are allowed`,
        range,
        paste: `FROM ${options.registries[0]}/${name.split('/').at(-1)}:VERSION`,
      };
    }
    for (const { keyword, flags } of data.instructions) {
      const from = keyword === 'COPY' || keyword === 'ADD' ? flags.find(({ name }) => name === 'from') : undefined;
      if (!from || isStage(data, from.value)) continue;
      const { name } = parseImageReference(from.value);
      if (name.includes('$') || isFromRegistry(name, options.registries)) continue;
      yield {
        message: `image ${name} is from none of the registries that are allowed`,
        range: from.range,
        paste: `COPY --from=${options.registries[0]}/${name.split('/').at(-1)}:VERSION`,
      };
    }
  },
});
