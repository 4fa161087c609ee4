import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { Artifact, ArtifactParser, FileHead } from './artifact.ts';
import { clientCodeParser } from './client-code.ts';
import { composeParser } from './compose.ts';
import { dockerfileParser } from './dockerfile.ts';
import { dockerignoreParser } from './dockerignore.ts';
import { documentParser } from './document.ts';
import { envFileParser } from './env-file.ts';
import { gitignoreParser } from './gitignore.ts';
import { imageDocumentParser } from './image-document.ts';
import { kubernetesParser } from './kubernetes.ts';
import { secretTemplateParser } from './secret-template.ts';
import { composeShellParser, dockerfileShellParser } from './shell-embedded.ts';
import { shellParser } from './shell-files.ts';
import { systemdParser } from './systemd.ts';
import { vaultConfigParser } from './vault-config.ts';
import { vaultPolicyParser } from './vault-policy.ts';
import { shellPolicyParsers } from './vault-policy-shell.ts';
import { yamlConfigParser } from './yaml-configs.ts';

/** Every parser; several may want one file. */
const PARSERS: readonly ArtifactParser[] = [
  dockerfileParser,
  dockerignoreParser,
  composeParser,
  envFileParser,
  gitignoreParser,
  kubernetesParser,
  systemdParser,
  secretTemplateParser,
  vaultConfigParser,
  yamlConfigParser,
  imageDocumentParser,
  shellParser,
  documentParser,
  clientCodeParser,
  dockerfileShellParser,
  composeShellParser,
  vaultPolicyParser,
  ...shellPolicyParsers,
];

/** Larger files of these kinds are made by programs; the secret scan reads them all the same. */
const MOST_CHARACTERS = 2 * 1024 * 1024;

const HEAD_BYTES = 256;

/** Parsers that are prepared, in this thread. */
const prepared = new Set<ArtifactParser>();

/** Those parsers that want a file and give a kind that somebody looks at; most files have none. */
export function parsersFor(
  file: { path: string; bytes: Uint8Array; words: ReadonlySet<string> },
  kinds: ReadonlySet<string>,
): ArtifactParser[] {
  const { path, bytes, words } = file;
  let head: string | undefined;
  const names: FileHead = {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    // Few ask for it, and every file pays for decoding.
    get head() {
      head ??= Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD_BYTES, bytes.length)).toString('latin1');
      return head;
    },
  };
  return PARSERS.filter(
    (parser) =>
      (parser.literals === undefined || parser.literals.some((literal) => words.has(literal))) &&
      parser.wants(names) &&
      parser.kinds.some((kind) => kinds.has(kind)),
  );
}

/** What is kept of an artifact for the rules over the project. */
export function projectData({ kind, data }: Artifact): unknown {
  const parser = PARSERS.find(({ kinds, forProject }) => forProject && (kinds as readonly string[]).includes(kind));
  return parser ? parser.forProject!(data) : data;
}

/** Literals of all parsers: what of them a file holds is found in the same pass as its secrets. */
export const PARSER_WORDS: readonly string[] = [...new Set(PARSERS.flatMap(({ literals = [] }) => literals))];

/** What a text holds. What does not parse is a coverage note; never throws. */
export async function parseArtifacts(
  input: { origin: Origin; text: string },
  parsers: readonly ArtifactParser[],
): Promise<{ artifacts: Artifact[]; problems: Problem[] }> {
  const { origin, text } = input;
  const { path } = origin;
  const artifacts: Artifact[] = [];
  const problems: Problem[] = [];
  const note = (message: string, line?: number) =>
    problems.push({ kind: 'coverage', code: 'not-parsed', message, path, ...(line === undefined ? {} : { line }) });
  for (const parser of parsers) {
    if (parser.anchor && !parser.anchor.test(text)) continue;
    if (text.length > MOST_CHARACTERS) {
      note(`longer than ${MOST_CHARACTERS} characters, read for secrets only`);
      break;
    }
    try {
      await prepare(parser);
      const result = parser.parse({ path, text });
      for (const { kind, data } of result.artifacts) artifacts.push({ kind, data, origin, text });
      for (const { message, line } of result.errors) note(message, line);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'error';
      note(`could not be parsed (${name}), read for secrets only`);
    }
  }
  return { artifacts, problems };
}

async function prepare(parser: ArtifactParser): Promise<void> {
  if (prepared.has(parser)) return;
  await parser.prepare?.();
  prepared.add(parser);
}
