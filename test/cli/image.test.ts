import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { dockerArchive, fileOf } from '../image/make-image.ts';
import { emptyFolder, ROOT, vaultcheck } from './run.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'cli-image');
const archive = (body: string) =>
  fileOf(dockerArchive({ layers: [{ files: [{ name: 'app/.env', body }] }], config: { User: 'app' } }));
const BAD = archive(`VAULT_TOKEN=${TOKEN}\n`);

/** Runs `vaultcheck image` with a daemon that is not there, unless told. */
function image(args: string[], options: { host?: string; uid?: number; cwd?: string } = {}) {
  const { host = 'unix:///nowhere/docker.sock', ...rest } = options;
  const env = { DOCKER_HOST: host, XDG_CACHE_HOME: emptyFolder(), ...(options.uid ? { HOME: '/nowhere' } : {}) };
  return vaultcheck(['image', ...args], { ...rest, env });
}

/** Standard error is one line and perhaps a hint. */
function expectOneLine(run: ReturnType<typeof image>, words: RegExp): void {
  expect(run.status).toBe(2);
  const lines = run.stderr.trimEnd().split('\n');
  expect(lines[0]).toMatch(words);
  expect(lines.slice(1).every((line) => line.startsWith('  Try this: '))).toBe(true);
  expect(run.stdout).toBe('');
}

describe('vaultcheck image', () => {
  test('exits with 1 for findings, 0 for none, in every format the same', () => {
    const good = archive('MODE=prod\n');
    for (const format of ['text', 'json', 'sarif', 'github', 'junit', 'markdown']) {
      const found = image(['--archive', BAD, '--format', format]);
      expect(found.status, format).toBe(1);
      expect(found.stdout + found.stderr).not.toContain(TOKEN);
      const skip = ['--skip', 'image/secret-file'];
      expect(image(['--archive', good, '--format', format, ...skip]).status, format).toBe(0);
    }
    expect(image(['--archive', BAD, '--fail-on', 'none']).status).toBe(0);
    expect(image(['--archive', BAD, '--only', 'image/git-repository']).status).toBe(0);
  });

  test('takes rules, severities and suppressions of .vaultcheck.yml in the current directory', () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.vaultcheck.yml'), 'skip: [secrets, image/secret-file]\n');
    expect(image(['--archive', BAD], { cwd }).status).toBe(0);
    expect(image(['--archive', BAD, '--no-config'], { cwd }).status).toBe(1);
  });

  test('writes to the file that --output names, and nothing else', () => {
    const cwd = emptyFolder();
    expect(image(['--archive', BAD, '--format', 'json', '-o', 'report.json'], { cwd }).status).toBe(1);
    expect(readdirSync(cwd)).toEqual(['report.json']);
  });

  test('says in one line what is wrong with its arguments', () => {
    expectOneLine(image([]), /no image is named/);
    expectOneLine(image(['shop:1']), /no Docker daemon answers at unix:\/\/\/nowhere\/docker\.sock/);
    expectOneLine(image(['--container', 'shop']), /no Docker daemon answers/);
    expectOneLine(image(['--archive', '/nowhere.tar']), /\/nowhere\.tar is not there/);
    expectOneLine(image(['--archive', fileOf(Buffer.from('hello'.repeat(300)))]), /is no archive of images/);
    expectOneLine(image(['--compose', '/nowhere.yaml']), /\/nowhere\.yaml can't be read \(ENOENT\)/);
    expectOneLine(image(['--pull', 'no such image']), /is no name of an image/);
    expectOneLine(image(['--archive', BAD, '--base', 'shop:1']), /no Docker daemon answers/);
  });

  test('says that it may not use the socket', async () => {
    // Root may use every socket, so the command runs as a user who may not.
    if (process.getuid?.() !== 0) return;
    const folder = emptyFolder();
    const socket = join(folder, 'docker.sock');
    const server = createServer().listen(socket);
    await new Promise((resolve) => server.once('listening', resolve));
    chmodSync(folder, 0o755);
    chmodSync(socket, 0o600);
    expectOneLine(
      image(['shop:1'], { host: `unix://${socket}`, uid: 65534, cwd: '/' }),
      /no permission to use the Docker daemon/,
    );
    server.close();
  });

  test('one broken archive of two is told, the other is reported', () => {
    const run = image(['--archive', BAD, '--archive', '/nowhere.tar', '--format', 'json']);
    expect(run.status).toBe(1);
    const report = JSON.parse(run.stdout);
    expect(report.problems).toMatchObject([{ kind: 'unread', path: '/nowhere.tar' }]);
    expect(report.findings.length).toBeGreaterThan(0);
  });

  test('Ctrl-C ends with 130 and leaves no file', async () => {
    const folder = emptyFolder();
    const big = Buffer.alloc(60 << 20, 'password = "a1b2c3d4e5" \n');
    const files = Array.from({ length: 6 }, (_, i) => ({ files: [{ name: `f${i}`, body: big }] }));
    const path = fileOf(dockerArchive({ layers: files }));
    const output = join(folder, 'report.json');
    const args = ['image', '--archive', path, '--no-cache', '--format', 'json', '--output', output];
    const child = spawn(process.execPath, [join(ROOT, 'bin/run.js'), ...args]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status)));
    expect(code).toBe(130);
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
