import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';

/** One variable of an environment file. */
export interface EnvVariable {
  name: string;
  /** Without quotes; absent where only the name is given, and the shell's value is taken. */
  value?: string;
  nameRange: Range;
  /** Without quotes. */
  valueRange?: Range;
}

/** An environment file (`.env`, `env_file:` of compose). */
export interface EnvFile {
  variables: EnvVariable[];
}

/** `.env`, `.env.NAME`, `NAME.env`, `.envrc` that only assigns, and `.npmrc`, whose lines are alike. */
const NAME = /^\.env(?:\.[\w.-]+)?$|\.env$|^\.envrc$|^\.npmrc$/i;

/** Environment files by their names. */
export const envFileParser: ArtifactParser = {
  kinds: ['env-file'],
  wants: ({ name }) => NAME.test(name),
  anchor: /=/,
  parse: ({ text }) => ({ artifacts: [{ kind: 'env-file', data: parseEnvFile(text) }], errors: [] }),
};

/**
 * A line: `export` or the registry of npm or neither, name, `=` or `:`, and a value that is quoted (over several lines, too) or ends at ` #`. What
 * is no assignment is left out, as compose would refuse the file and `docker run --env-file` reads it otherwise.
 */
const ASSIGNMENT =
  /^[^\S\n]*(?:export[^\S\n]+)?(?:\/\/[^\s=]*:)?([A-Za-z_][\w.-]*)(?:[^\S\n]*[=:][^\S\n]*(?:"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|([^\n]*))|[^\S\n]*$)/gm;

/** Reads what compose's dotenv reads. */
export function parseEnvFile(text: string): EnvFile {
  const variables: EnvVariable[] = [];
  for (const match of text.matchAll(ASSIGNMENT)) {
    const [all, name, double, single, bare] = match;
    const nameStart = match.index + all.indexOf(name!);
    const nameRange = { start: nameStart, end: nameStart + name!.length };
    const value = double ?? single ?? (bare === undefined ? undefined : bare.replace(/\s+#.*$|^#.*$/, '').trimEnd());
    if (value === undefined) {
      variables.push({ name: name!, nameRange });
      continue;
    }
    const isQuoted = double !== undefined || single !== undefined;
    const end = match.index + all.length - (isQuoted ? 1 : bare!.length - value.length);
    variables.push({ name: name!, value, nameRange, valueRange: { start: end - value.length, end } });
  }
  return { variables };
}
