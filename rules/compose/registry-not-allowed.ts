import { isFromRegistry, parseImageReference } from '../../src/parsers/image-reference.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'image from a registry that is not allowed',
  severity: 'medium',
  confidence: 'high',
  why: 'an image from anywhere can hold anything, and it runs beside your secrets',
  fix: 'take the image from a registry that `registries` of .vaultcheck.yml lists, or add its registry there',
  references: ['https://docs.docker.com/reference/compose-file/services/#image'],
  catalogue: ['VS109'],
  cwe: [829],
  *check({ data, options }) {
    if (options.registries.length === 0) return;
    for (const { name: service, image, build } of data.services) {
      const name = parseImageReference(image?.value ?? '').name;
      if (!image || build || name.includes('$') || isFromRegistry(name, options.registries)) continue;
      yield {
        message: `image ${name} of service ${service} is from none of the registries that are allowed`,
        range: image.range,
        paste: `image: ${options.registries[0]}/${name.split('/').at(-1)}:VERSION`,
      };
    }
  },
});
