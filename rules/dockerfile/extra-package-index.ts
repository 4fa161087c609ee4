import { extraIndexes } from '../../src/analysis/untrusted-source.ts';
import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'second package index beside the first',
  severity: 'low',
  confidence: 'high',
  why: "pip takes the highest version of either index: anybody publishes your private package's name publicly and runs code in the build",
  fix: 'use one index that mirrors the public one: `--index-url`, and pin by hash with `--require-hashes`',
  references: ['https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url'],
  cwe: [427],
  *check({ data, text }) {
    for (const instruction of data.instructions) {
      if (!['RUN', 'ENV', 'ARG'].includes(instruction.keyword)) continue;
      for (const place of extraIndexes(sourceOf(text, instruction)))
        yield {
          message: place.what,
          range: placeIn(instruction, place),
          paste: 'RUN pip install --index-url https://INDEX/simple --require-hashes -r requirements.txt',
        };
    }
  },
});
