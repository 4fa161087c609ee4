import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** True where packages may be installed: root on Debian, Ubuntu or what is made of them. */
export function mayInstall(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release);
}

/** True where a command can be called. */
export function hasCommand(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
}

/** Tells a developer what takes long; tests themselves print nothing. */
export function say(message: string): void {
  process.stderr.write(`test set-up: ${message}\n`);
}

let isListFresh = false;

/** Installs Debian packages, or throws one line that says what to install. */
export function install(packages: readonly string[], why: string): void {
  if (!mayInstall()) throw new Error(`${why}; install it: apt-get install ${packages.join(' ')}`);
  say(`${why}; installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!isListFresh) execFileSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
  isListFresh = true;
  execFileSync('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], { env, stdio: 'ignore' });
}
