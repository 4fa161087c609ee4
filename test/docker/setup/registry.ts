import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_TIMEOUT_MS = 30_000;

/** Debian's registry: the installed one, else the package unpacked into a folder of its own, which starts no service. */
export function registryBinary(): string {
  if (existsSync('/usr/bin/docker-registry')) return '/usr/bin/docker-registry';
  const folder = join(tmpdir(), 'vaultcheck-docker-registry');
  const binary = join(folder, 'usr/bin/docker-registry');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const download = () =>
    execFileSync('apt-get', ['download', '-q', 'docker-registry'], { cwd: folder, stdio: 'ignore' });
  try {
    download();
  } catch {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    download();
  }
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'))!;
  execFileSync('dpkg', ['-x', file, '.'], { cwd: folder, stdio: 'ignore' });
  return binary;
}

/** A registry on loopback, without a login, and what stops it. */
export async function startRegistry(): Promise<{ host: string; stop(): void }> {
  const host = `127.0.0.1:${await freePort()}`;
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-registry-'));
  const config = `version: 0.1\nstorage: {filesystem: {rootdirectory: ${folder}/data}}\nhttp: {addr: "${host}"}\n`;
  writeFileSync(join(folder, 'config.yml'), config);
  const child: ChildProcess = spawn(registryBinary(), ['serve', join(folder, 'config.yml')], { stdio: 'ignore' });
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const isUp = await fetch(`http://${host}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { host, stop: () => child.kill() };
    if (Date.now() > until || child.exitCode !== null) throw new Error('the registry of the tests does not answer');
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
