import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/parsers/dockerfile.ts';
import { type Dockerignore, ignoreMatcher, parseDockerignore } from '../../src/parsers/dockerignore.ts';
import { emptyFolder } from '../temporary-folder.ts';
import { docker, TEST_LABEL } from './setup/docker.ts';

/** Builds a context with the builder that every Docker has, and gives the files of the image. */
function filesOfBuild(files: Readonly<Record<string, string>>): string[] {
  const context = emptyFolder();
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(context, path)), { recursive: true });
      writeFileSync(join(context, path), text);
    }
    const env = { ...process.env, DOCKER_BUILDKIT: '0' };
    const build = ['build', '-q', '--label', TEST_LABEL, context];
    const image = execFileSync('docker', build, { env, encoding: 'utf8', stdio: 'pipe' }).trim();
    const container = docker(['create', '--label', TEST_LABEL, image, 'x']).trim();
    try {
      const archive = execFileSync('docker', ['export', container], { maxBuffer: 1 << 28 });
      const names = execFileSync('tar', ['-t', '--quoting-style=literal'], { input: archive, encoding: 'utf8' });
      // What Docker itself puts into every container.
      const own = /^(?:dev|etc|proc|sys)\/|^\.dockerenv$/;
      return names
        .split('\n')
        .filter((name) => name !== '' && !name.endsWith('/') && !own.test(name))
        .sort();
    } finally {
      docker(['rm', '-f', container]);
      docker(['rmi', '-f', image]);
    }
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
}

const NAMES = ['a', 'b', 'src', '.env', '.env.local', 'id_rsa', 'tls.key', 'a.pem', 'ä b', 'Makefile'];
const FOLDERS = ['', 'a/', 'src/', 'a/b/', 'src/.git/', 'b/ä b/', '.aws/'];
const PATTERNS = [
  '*',
  '**',
  '**/*',
  'a',
  'a/',
  '/src',
  'src/**',
  '**/.env',
  '.env*',
  '**/*.key',
  '*/b',
  'a/*',
  '?',
  '[a-b]',
  '**/b',
  'b/**/Makefile',
  '.aws',
  '*.pem',
  'src/.git',
  './a',
  '..',
  'id_rsa ',
  '# no',
];

const tree = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES)).map(([folder, name]) => folder + name),
  {
    minLength: 10,
    maxLength: 25,
  },
);
const ignoreFile = fc
  .array(fc.tuple(fc.boolean(), fc.constantFrom(...PATTERNS)), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map(([isNegated, pattern]) => (isNegated ? `!${pattern}` : pattern)).join('\n'));

/** A name can not be a file and a folder. */
function withoutClashes(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

/**
 * The old builder does not look into an ignored folder unless a `!` begins with its name; the newer one does. That is the
 * one place where they differ, and the parser follows the newer one.
 */
function isPruned(path: string, { patterns }: Dockerignore, isIgnored: (path: string) => boolean): boolean {
  const parts = path.split('/');
  return parts.slice(1).some((_, i) => {
    const folder = parts.slice(0, i + 1).join('/');
    const isNamed = patterns.some(({ pattern, isNegated }) => isNegated && `${pattern}/`.startsWith(`${folder}/`));
    return isIgnored(folder) && !isNamed;
  });
}

describe('a real docker build', () => {
  test('sends what the parser of .dockerignore lets through', () => {
    fc.assert(
      fc.property(tree, ignoreFile, (paths, ignore) => {
        const sent = withoutClashes(paths);
        const parsed = parseDockerignore(ignore);
        const isIgnored = ignoreMatcher(parsed);
        const files = Object.fromEntries(sent.map((path) => [path, path]));
        const built = filesOfBuild({
          ...files,
          '.dockerignore': ignore,
          Dockerfile: 'FROM scratch\nCOPY . /context/\n',
        });
        const own = new Set(['context/.dockerignore', 'context/Dockerfile']);
        const expected = sent.filter((path) => !isIgnored(path) && !isPruned(path, parsed, isIgnored));
        expect(built.filter((path) => !own.has(path))).toEqual(expected.map((path) => `context/${path}`).sort());
      }),
      { numRuns: 12 },
    );
  });

  test('refuses what the parser refuses', () => {
    for (const pattern of ['a[', '!', 'a\\']) {
      expect(parseDockerignore(pattern).errors).toHaveLength(1);
      expect(() => filesOfBuild({ a: '', '.dockerignore': pattern, Dockerfile: 'FROM scratch\nCOPY . /\n' })).toThrow();
    }
  });

  test('has the layers of just those stages that the parser calls final', () => {
    const base = fc.option(fc.nat(5), { nil: undefined });
    fc.assert(
      fc.property(fc.array(base, { minLength: 1, maxLength: 6 }), (bases) => {
        const text = bases
          .map((parent, i) => {
            const from = parent !== undefined && parent < i ? `Stage${parent}` : 'scratch';
            return `FROM ${from} AS stage${i}\nCOPY m${i} /m${i}\n`;
          })
          .join('');
        const markers = Object.fromEntries(bases.map((_, i) => [`m${i}`, 'x']));
        const final = parseDockerfile(text).stages.flatMap(({ isFinal }, i) => (isFinal ? [`m${i}`] : []));
        expect(filesOfBuild({ ...markers, Dockerfile: text })).toEqual(final);
      }),
      { numRuns: 8 },
    );
  });
});
