import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCommand, install, mayInstall, say } from './machine.ts';

const START_TIMEOUT_MS = 90_000;

/** Label of every container, network, volume and image that tests make; what has it may be swept. */
export const TEST_LABEL = 'vaultcheck.test';

/** Calls the Docker CLI and gives what it printed. */
export function docker(args: readonly string[], input?: string | Buffer): string {
  return execFileSync('docker', args, { encoding: 'utf8', input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Makes sure that a Docker daemon answers, or throws one line that says how to get one. */
export async function ensureDocker(): Promise<void> {
  if (answers()) return;
  const missing = ['docker', 'dockerd'].some((name) => !hasCommand(name));
  if (missing) install(['docker.io', 'iptables'], 'the container tests need Docker');
  if (answers()) return;
  if (!mayInstall()) throw new Error('the container tests need Docker, and no daemon answers; start dockerd');
  await startDaemon();
}

function answers(): boolean {
  return spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore' }).status === 0;
}

/** Starts a daemon of its own session; it outlives the tests, so that the next run need not wait. */
async function startDaemon(): Promise<void> {
  say('starting dockerd');
  const log = openSync('/var/log/vaultcheck-dockerd.log', 'a');
  spawn('dockerd', [], { detached: true, stdio: ['ignore', log, log] }).unref();
  closeSync(log);
  const until = Date.now() + START_TIMEOUT_MS;
  while (!answers()) {
    if (Date.now() > until) throw new Error('dockerd does not answer after 90 s; see /var/log/vaultcheck-dockerd.log');
    await sleep(500);
  }
}

/** True where the daemon has the image. */
export function hasImage(name: string): boolean {
  return spawnSync('docker', ['image', 'inspect', name], { stdio: 'ignore' }).status === 0;
}

/** True where the image could be pulled. */
export function pullImage(name: string): boolean {
  return spawnSync('docker', ['pull', '-q', name], { stdio: 'ignore', timeout: 300_000 }).status === 0;
}

/** Builds an image of a Dockerfile and some files (path in the context to path on this machine). */
export function buildImage(name: string, dockerfile: string, files: Readonly<Record<string, string>>): void {
  const context = mkdtempSync(join(tmpdir(), 'vaultcheck-image-'));
  try {
    for (const [path, source] of Object.entries(files)) execFileSync('cp', ['-rL', source, join(context, path)]);
    // The legacy builder is in every Docker; the newer one may be a plugin that is missing.
    const env = { ...process.env, DOCKER_BUILDKIT: '0' };
    const args = ['build', '-q', '--label', TEST_LABEL, '-t', name, '-f', '-', context];
    execFileSync('docker', args, { env, input: dockerfile, stdio: ['pipe', 'ignore', 'pipe'] });
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
}

/** Removes what earlier runs left: containers, networks and volumes with our label. */
export function sweep(): void {
  const filter = ['--filter', `label=${TEST_LABEL}`];
  const remove = (list: string[], command: string[]) => {
    const ids = docker(list).split('\n').filter(Boolean);
    if (ids.length > 0) spawnSync('docker', [...command, ...ids], { stdio: 'ignore' });
  };
  remove(['ps', '-aq', ...filter], ['rm', '-fv']);
  remove(['network', 'ls', '-q', ...filter], ['network', 'rm']);
  remove(['volume', 'ls', '-q', ...filter], ['volume', 'rm', '-f']);
}
