import { execFile } from 'node:child_process';

/**
 * What keeps git from running anything that a scanned repository's own configuration names: no monitor, no hooks, no
 * pager, no external diff, no credential helper, no transport. `safe.directory` may be everything, since nothing runs.
 */
const HARMLESS = [
  '--no-pager',
  '--no-optional-locks',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'core.sshCommand=false',
    'core.askPass=',
    'core.untrackedCache=false',
    'core.alternateRefsCommand=true',
    'credential.helper=',
    'diff.external=',
    'diff.ignoreSubmodules=all',
    'gc.auto=0',
    'maintenance.auto=false',
    'gpg.program=false',
    'log.showSignature=false',
    'protocol.allow=never',
    'safe.directory=*',
    'submodule.recurse=false',
    'uploadpack.packObjectsHook=',
  ].flatMap((setting) => ['-c', setting]),
];

/** Longest answer that is read, in bytes. */
const MOST_OUTPUT_BYTES = 512 * 1024 * 1024;

/** A plumbing command of git that takes longer is given up. */
const TIMEOUT_MS = 120_000;

/** A git command that failed; `message` is git's own first line. */
export class GitError extends Error {}

/**
 * Runs one plumbing command of git in a directory whose configuration is not trusted, and gives what it printed.
 *
 * System and global configuration are ignored, nothing is fetched, and no variable of the caller reaches git but `PATH`.
 *
 * @throws GitError when git is missing, fails, or takes too long.
 */
export function runGit(directory: string, args: readonly string[], signal?: AbortSignal): Promise<Buffer> {
  const options = {
    cwd: directory,
    encoding: 'buffer' as const,
    env: harmlessEnvironment(),
    maxBuffer: MOST_OUTPUT_BYTES,
    timeout: TIMEOUT_MS,
    windowsHide: true,
    ...(signal ? { signal } : {}),
  };
  return new Promise((resolve, reject) => {
    execFile('git', [...HARMLESS, ...args], options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const said = stderr.toString('utf8').split('\n')[0] || (error as NodeJS.ErrnoException).code || error.name;
      reject(new GitError(String(said), { cause: error }));
    });
  });
}

function harmlessEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_EXTERNAL_DIFF: '',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
  };
}

/** Names of the files below a directory that git tracks, relative to it, as bytes. @throws GitError */
export async function trackedFiles(directory: string, signal?: AbortSignal): Promise<Buffer[]> {
  const output = await runGit(directory, ['ls-files', '-z', '--cached'], signal);
  const names: Buffer[] = [];
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    names.push(output.subarray(start, end));
    start = end + 1;
  }
  return names;
}
