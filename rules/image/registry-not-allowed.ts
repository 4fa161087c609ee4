import { isFromRegistry, parseImageReference } from '../../src/parsers/image-reference.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
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
    for (const [what, image] of [
      ['image', data.name],
      ['base image', data.base],
    ] as const) {
      if (image === undefined || image.value === '') continue;
      // An archive without names is called by its file.
      const { name } = parseImageReference(image.value);
      if (/^[./]|\.tar(?:\.\w+)?$/.test(name) || isFromRegistry(name, options.registries)) continue;
      yield { message: `${what} ${name} is from none of the registries that are allowed`, range: image.range };
    }
  },
});
