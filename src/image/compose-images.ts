import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { TargetError } from '../model/errors.ts';
import { parseCompose } from '../parsers/compose.ts';
import type { ImageTarget } from './read-target.ts';

/** An image that a compose file names. */
export interface ComposeImage {
  target: Extract<ImageTarget, { kind: 'image' }>;
  line: number;
}

/** Larger files are no compose files. */
const MOST_CHARACTERS = 2 * 1024 * 1024;

/**
 * The images that a compose file names, or that its builds would be called; nothing is built, pulled or started.
 *
 * @throws TargetError
 */
export function composeImages(file: string, env: Readonly<Record<string, string | undefined>>): ComposeImage[] {
  const fail = (what: string, cause?: unknown) =>
    new TargetError('compose-file', `${file} ${what}`, { hint: '--compose takes a compose file', cause });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw fail(`can't be read (${(error as NodeJS.ErrnoException).code})`, error);
  }
  if (text.length > MOST_CHARACTERS) throw fail('is too large');
  const { compose, errors } = parseCompose(text);
  if (!compose)
    throw fail(errors[0] ? `is no YAML: line ${errors[0].line}: ${errors[0].message}` : 'names no services');
  const project = env.COMPOSE_PROJECT_NAME || projectName(file);
  const images = new Map<string, ComposeImage>();
  for (const { name: service, image, range } of compose.services) {
    // What a build without a name is called.
    const name = image ? interpolate(image.value, env) : `${project}-${service}`;
    if (name === undefined || images.has(name)) continue;
    const offset = (image?.range ?? range).start;
    images.set(name, {
      target: { kind: 'image', name, isOptional: true },
      line: text.slice(0, offset).split('\n').length,
    });
  }
  return [...images.values()];
}

function projectName(file: string): string {
  return basename(dirname(resolve(file)))
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}

/** `${X}`, `${X:-default}` and `$X` by the environment; nothing where one has no value. */
function interpolate(text: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  let isWhole = true;
  const value = text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?[^}]*\}|(\w+))/g, (_all, braced, otherwise, bare) => {
    const found = env[braced ?? bare] || otherwise;
    if (found === undefined) isWhole = false;
    return found ?? '';
  });
  return isWhole && value !== '' ? value : undefined;
}
