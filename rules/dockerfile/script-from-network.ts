import { pipedDownloads } from '../../src/analysis/untrusted-source.ts';
import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'download that a shell runs as it comes',
  severity: 'low',
  confidence: 'high',
  why: 'whoever owns the server, the name or the wire runs commands in your build, with its secrets, and in every container made of it',
  fix: 'take the package of the distribution, or fetch a fixed version, check its sum, and then run it',
  references: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
  cwe: [494],
  *check({ data, text }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== 'RUN') continue;
      const source = sourceOf(text, instruction);
      for (const place of pipedDownloads(source)) {
        const isPlain = /\bhttp:\/\//.test(source.slice(place.start, place.end));
        yield {
          message: isPlain ? 'a download over plain HTTP is run as it comes' : 'a download is run as it comes',
          range: placeIn(instruction, place),
          paste: 'ADD --checksum=sha256:SUM https://HOST/install.sh /tmp/install.sh',
          ...(isPlain ? { severity: 'high' } : {}),
        };
      }
    }
  },
});
