import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { Artifact } from './artifact.ts';
import { parseCompose } from './compose.ts';
import { parseDockerfile } from './dockerfile.ts';

/** Larger files of these kinds are made by programs; the secret scan reads them all the same. */
const MOST_CHARACTERS = 2 * 1024 * 1024;

const DOCKERFILE = /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.(?:dockerfile|containerfile)$/i;
const YAML = /\.ya?ml$/i;

/** True for names whose files may hold an artifact; all others are never decoded. */
export function wantsText(path: string): boolean {
  return (DOCKERFILE.test(path) && !path.endsWith('.dockerignore')) || YAML.test(path);
}

/** What a text holds, by its name and its content. What does not parse is a coverage note; never throws. */
export function parseArtifacts(input: { origin: Origin; text: string }): {
  artifacts: Artifact[];
  problems: Problem[];
} {
  const { origin, text } = input;
  const { path } = origin;
  const note = (message: string, line?: number): Problem => ({
    kind: 'coverage',
    code: 'not-parsed',
    message,
    path,
    ...(line === undefined ? {} : { line }),
  });
  if (YAML.test(path) && !/^["']?services["']?\s*:/m.test(text)) return { artifacts: [], problems: [] };
  if (text.length > MOST_CHARACTERS) {
    return { artifacts: [], problems: [note(`longer than ${MOST_CHARACTERS} characters, read for secrets only`)] };
  }
  try {
    if (!YAML.test(path))
      return { artifacts: [{ kind: 'dockerfile', origin, text, data: parseDockerfile(text) }], problems: [] };
    const { compose, errors } = parseCompose(text);
    return {
      artifacts: compose ? [{ kind: 'compose', origin, text, data: compose }] : [],
      problems: errors.map(({ message, line }) => note(`YAML could not be parsed: ${message}`, line)),
    };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    return { artifacts: [], problems: [note(`could not be parsed (${name}), read for secrets only`)] };
  }
}
