import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { emptyFolder, ROOT, untilReading, vaultcheck } from './run.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'bad-input');

function problems(folder: string, args: string[] = []) {
  const run = vaultcheck(['scan', folder, '--format', 'json', ...args]);
  return { run, problems: JSON.parse(run.stdout).problems as { path: string; code: string; kind: string }[] };
}

describe('bad input', () => {
  test('a FIFO is a coverage note and does not hang', () => {
    const folder = emptyFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { run, problems: found } = problems(folder);
    expect(found).toMatchObject([{ path: 'pipe', code: 'not-a-regular-file', kind: 'coverage' }]);
    expect(run.status).toBe(0);
    expect(vaultcheck(['scan', folder, '--strict']).status).toBe(2);
  });

  test('a socket is a coverage note', async () => {
    const folder = emptyFolder();
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(problems(folder).problems).toMatchObject([{ path: 'socket', code: 'not-a-regular-file' }]);
    server.close();
  });

  test('a device as target is refused', () => {
    const run = vaultcheck(['scan', '/dev/null']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('a character device');
  });

  test('links in a loop and out of the target are notes, and nothing behind them is read', () => {
    const outside = emptyFolder();
    writeFileSync(join(outside, 'outside.env'), `VAULT_TOKEN=${TOKEN}\n`);
    const folder = emptyFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync('.', join(folder, 'self'));
    const { run, problems: found } = problems(folder);
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'a symbolic-link',
      'b symbolic-link',
      'out symbolic-link',
    ]);
    expect(run.status).toBe(0);
  });

  test('a file without permission is not looked at', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'closed'), 'x');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    // Root may read everything, so the command runs as a user who may not.
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const run = vaultcheck(['scan', folder, '--format', 'json'], { ...uid, cwd: folder });
    expect(JSON.parse(run.stdout).problems).toMatchObject([
      { path: 'closed', code: 'permission-denied', kind: 'unread' },
    ]);
    expect(run.status).toBe(2);
    expect(vaultcheck(['scan', folder, '--allow-incomplete'], { ...uid, cwd: folder }).status).toBe(0);
  });

  test('a name that is not UTF-8 or holds escapes is shown harmlessly', () => {
    const folder = emptyFolder();
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x61, 0xff, 0x62])]),
      `VAULT_TOKEN=${TOKEN}\n`,
    );
    writeFileSync(join(folder, '\x1b[31m::error::x\n'), `VAULT_TOKEN=${TOKEN}\n`);
    writeFileSync(join(folder, '::error::y'), `VAULT_TOKEN=${TOKEN}\n`);
    const run = vaultcheck(['scan', folder]);
    expect(run.status).toBe(1);
    expect(run.stdout).not.toMatch(/\x1b/);
    expect(run.stdout).not.toMatch(/^\s*::/m);
    const paths = JSON.parse(vaultcheck(['scan', folder, '--format', 'json']).stdout).findings.map(
      (finding: { path: string }) => finding.path,
    );
    expect(paths).toContain('a\\xffb');
    expect(paths).toHaveLength(3);
  });

  test('a token at the end of a 200 MB line is found at its column', () => {
    const folder = emptyFolder();
    const file = openSync(join(folder, 'long'), 'w');
    const block = Buffer.alloc(1024 * 1024, 'x ');
    for (let i = 0; i < 200; i++) writeSync(file, block);
    writeSync(file, ` ${TOKEN} `);
    closeSync(file);
    const run = vaultcheck(['scan', folder, '--format', 'json']);
    const { findings } = JSON.parse(run.stdout);
    const startColumn = 200 * 1024 * 1024 + 2;
    expect(findings).toMatchObject([{ ruleId: 'secrets/vault-service-token', region: { startLine: 1, startColumn } }]);
    expect(run.stdout).not.toContain(TOKEN);
  });

  test('a path that is not there, a bad flag and an unknown rule exit with 2 and one clear line', () => {
    for (const args of [
      ['scan', '/nowhere/at/all'],
      ['scan', '--no-such-flag'],
      ['scan', '.', '--only', 'no/such-rule'],
      ['scan', '--format', 'pdf'],
      ['rules', 'show', 'x/y'],
      ['nonsense'],
    ]) {
      const run = vaultcheck(args);
      expect(run.status, args.join(' ')).toBe(2);
      expect(run.stderr).toMatch(/vaultcheck|not found/);
      expect(run.stderr).not.toMatch(/^\s+at /m);
    }
  });

  test('an unknown key of the configuration is an error that names file and line', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '.vaultcheck.yml'), 'skip: [secrets]\nskipp: []\n');
    const run = vaultcheck(['scan', folder]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('.vaultcheck.yml:2: unknown key "skipp"');
    expect(vaultcheck(['scan', folder, '--no-config']).status).toBe(0);
  });

  test('a report that can not be written is an error, and no part of it is left', () => {
    const folder = emptyFolder();
    const run = vaultcheck(['scan', folder, '--output', join(folder, 'no/such/report')]);
    expect(run.status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('Ctrl-C ends with 130 and leaves no file', async () => {
    const folder = emptyFolder();
    const output = join(emptyFolder(), 'report.json');
    mkdirSync(join(folder, 'many'));
    for (let i = 0; i < 40; i++)
      writeFileSync(join(folder, 'many', `${i}`), Buffer.alloc(40 * 1024 * 1024, 'password = "a1b2c3d4e5" \n'));
    const child = spawn(process.execPath, [
      join(ROOT, 'bin/run.js'),
      'scan',
      folder,
      '--format',
      'json',
      '--output',
      output,
    ]);
    await untilReading(child);
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status)));
    expect(code).toBe(130);
    expect(existsSync(output)).toBe(false);
    execFileSync('rm', ['-rf', folder]);
  });

  test('an old Node gets one clear line', () => {
    const preload = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})";
    const run = vaultcheck(['scan', '.'], { node: ['--import', preload] });
    expect(run.status).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('vaultcheck needs Node 22.22');
  });

  test('init writes a configuration that scan takes, and never replaces one unasked', () => {
    const folder = emptyFolder();
    expect(vaultcheck(['init', folder]).status).toBe(0);
    expect(readFileSync(join(folder, '.vaultcheck.yml'), 'utf8')).toContain('# fail-on: medium');
    expect(vaultcheck(['init', folder]).status).toBe(2);
    expect(vaultcheck(['scan', folder]).status).toBe(0);
  });
});
