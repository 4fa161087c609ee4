import { isSecretName } from '../../src/analysis/secret-name.ts';
import { isSecretPath } from '../../src/analysis/secret-path.ts';
import { instructionsOf } from '../../src/parsers/dockerfile.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'whole file system of another stage copied',
  severity: 'low',
  confidence: 'high',
  why: 'keys, tokens and histories that the build left anywhere come along into the image',
  fix: 'copy only what runs: `COPY --from=build /out/app /app`',
  references: ['https://docs.docker.com/build/building/multi-stage/'],
  catalogue: ['VS113'],
  cwe: [538],
  *check({ data }) {
    for (const stage of data.stages) {
      for (const { keyword, args, flags, range } of stage.instructions) {
        const from = keyword === 'COPY' ? flags.find(({ name }) => name === 'from')?.value : undefined;
        if (from === undefined || args[0]?.value !== '/') continue;
        const index = data.stages.findIndex(
          (other, i) => other.alias?.toLowerCase() === from.toLowerCase() || String(i) === from,
        );
        const source = data.stages[index];
        // A stage that only names an image of others, such as one of tools, was given nothing.
        if (!source || instructionsOf(data, source).length === 0) continue;
        const isSecret = instructionsOf(data, source).some(
          (one) =>
            (one.keyword === 'ARG' && one.assignments.some(({ name }) => isSecretName(name))) ||
            (/^(?:COPY|ADD)$/.test(one.keyword) && one.args.some(({ value }) => isSecretPath(value))),
        );
        yield {
          message: isSecret
            ? `stage ${from}, which was given a secret, is copied whole`
            : `stage ${from} is copied whole`,
          range,
          paste: `COPY --from=${from} /out/app /app`,
          ...(isSecret ? { severity: 'high' } : {}),
        };
      }
    }
  },
});
