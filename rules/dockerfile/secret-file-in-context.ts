import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { isSecretPath } from '../../src/analysis/secret-path.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { buildsOf, copiedFiles, sourcesOf } from '../../src/parsers/build-context.ts';
import type { EnvFile } from '../../src/parsers/env-file.ts';
import { defineRule } from '../define-rule.ts';

/** Files that one message names. */
const MOST_NAMES = 3;

/** An environment file counts when it holds a secret; of any other file its name has to do. */
function isWorthHiding(file: EnvFile | undefined): boolean {
  return file === undefined || file.variables.some(({ name, value }) => isSecretName(name) && isRealValue(value));
}

export default defineRule({
  artifact: 'project',
  needs: ['dockerfile', 'dockerignore', 'compose', 'env-file'],
  title: 'secret file that a copied folder brings along',
  severity: 'high',
  confidence: 'high',
  why: 'the file stays in its layer: whoever pulls the image has it, though no line of the Dockerfile names it',
  fix: 'name it in .dockerignore, or copy only what the image needs',
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  catalogue: ['VS103', 'VS104'],
  cwe: [538],
  *check({ data }) {
    const values = new Map(artifactsOf(data, 'env-file').map(({ path, data: file }) => [path, file]));
    const candidates = { ...data, files: data.files.filter(isSecretPath) };
    const seen = new Set<string>();
    for (const build of buildsOf(data)) {
      for (const stage of build.dockerfile.stages)
        for (const instruction of stage.instructions) {
          const named = new Set(sourcesOf(instruction).map((source) => source.replace(/^(?:\.?\/)+/, '')));
          const prefix = build.context === '' ? '' : `${build.context}/`;
          const secrets = copiedFiles(candidates, build, instruction)
            .map((file) => file.slice(prefix.length))
            // A file that the line names itself has its own rule.
            .filter((file) => !named.has(file) && isWorthHiding(values.get(prefix + file)));
          const place = `${build.path}:${instruction.range.start}`;
          if (secrets.length === 0 || seen.has(place)) continue;
          seen.add(place);
          const into = stage.isFinal ? 'the image' : 'a stage of the build';
          yield {
            path: build.path,
            range: instruction.range,
            message: `${instruction.keyword} brings ${secrets.slice(0, MOST_NAMES).join(', ')}${secrets.length > MOST_NAMES ? ' and others' : ''} into ${into}`,
            paste: secrets.slice(0, MOST_NAMES).join('\n'),
            ...(stage.isFinal ? {} : { severity: 'low' as const }),
            ...(build.isCertain ? {} : { confidence: 'medium' as const }),
          };
        }
    }
  },
});
