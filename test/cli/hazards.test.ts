import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { recordOutput } from '../../scripts/leaks.ts';
import { FORMATS } from '../../src/reporters/index.ts';
import { HOSTILE_NAMES } from '../reporters/sample.ts';
import { emptyFolder, ROOT, untilReading, vaultcheck } from './run.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'hazards');

describe('a booby-trapped repository', () => {
  let folder: string;
  let sprung: string;

  beforeAll(() => {
    folder = emptyFolder();
    sprung = join(emptyFolder(), 'sprung');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@shop.example', ...args], { cwd: folder });
    git('init', '-q');
    writeFileSync(join(folder, '.env'), `VAULT_TOKEN=${TOKEN}\n`);
    writeFileSync(join(folder, 'Dockerfile'), 'FROM alpine\nCOPY . .\n');
    writeFileSync(join(folder, 'compose.yaml'), 'services: { a: { image: a, env_file: .env } }\n');
    git('add', '-A');
    git('commit', '-qm', 'first');
    const script = join(folder, 'trap.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${sprung}'\ncat\n`, { mode: 0o755 });
    mkdirSync(join(folder, 'hooks'));
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman'])
      writeFileSync(join(folder, 'hooks', hook), `#!/bin/sh\necho '${hook}' >> '${sprung}'\n`, { mode: 0o755 });
    const keys = ['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass', 'core.gitProxy'];
    keys.push('core.alternateRefsCommand', 'diff.external', 'diff.x.textconv', 'diff.x.command', 'merge.x.driver');
    keys.push('filter.x.clean', 'filter.x.smudge', 'filter.x.process', 'credential.helper', 'gpg.program');
    keys.push('pager.ls-files', 'pager.log', 'sequence.editor', 'uploadpack.packObjectsHook', 'remote.o.uploadpack');
    for (const key of keys) git('config', key, script);
    git('config', 'alias.ls-files', `!${script}`);
    git('config', 'core.hooksPath', join(folder, 'hooks'));
    writeFileSync(join(folder, '.gitattributes'), '* filter=x diff=x merge=x\n');
    // A changed file makes git ask the filters, and a late clock makes it refresh its index.
    writeFileSync(join(folder, 'Dockerfile'), 'FROM alpine:3\nCOPY . .\n');
  });

  test('springs for whoever calls git plainly', () => {
    spawnSync('git', ['status'], { cwd: folder });
    expect(existsSync(sprung)).toBe(true);
    rmSync(sprung);
  });

  test.each(FORMATS)('runs nothing when it is scanned for %s', (format) => {
    const run = vaultcheck(['scan', folder, '--format', format]);
    expect(run.status).toBe(1);
    expect(existsSync(sprung)).toBe(false);
  });

  test('runs nothing when the scan begins inside it', () => {
    expect(vaultcheck(['scan', '.'], { cwd: folder }).status).toBe(1);
    expect(vaultcheck(['scan'], { cwd: join(folder, 'hooks') }).status).toBe(0);
    expect(existsSync(sprung)).toBe(false);
  });
});

describe('what the target brings along', () => {
  test('is data: no plugin, package or module of it is loaded', () => {
    const folder = emptyFolder();
    const sprung = join(emptyFolder(), 'sprung');
    const code = `require('fs').writeFileSync(${JSON.stringify(sprung)}, '')`;
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ oclif: { plugins: ['./x'], hooks: { init: './x' } } }),
    );
    for (const name of ['x.js', 'index.js', '.vaultcheck.js', 'vaultcheck.config.js', '.oclifrc.js', '.vaultcheckrc'])
      writeFileSync(join(folder, name), code);
    mkdirSync(join(folder, 'node_modules/@oclif/core'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/@oclif/core/index.js'), code);
    mkdirSync(join(folder, 'rules'));
    writeFileSync(join(folder, 'rules/rule.ts'), code);
    expect(vaultcheck(['scan', '.'], { cwd: folder }).status).toBe(0);
    expect(existsSync(sprung)).toBe(false);
  });

  test.each([
    ['a type of its own', 'only: !!js/function "function () {}"\n'],
    ['code in a tag', 'skip: !!js/undefined ""\n'],
    ['a key that changes every object', '__proto__: { failOn: none }\n'],
  ])('a configuration with %s is refused, in one line', (_name, text) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '.vaultcheck.yml'), text);
    const run = vaultcheck(['scan', folder]);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^vaultcheck: .*\.vaultcheck\.yml:1: /);
  });

  test('a configuration behind a link is not read, and nothing of what it names is shown', () => {
    const outside = join(emptyFolder(), 'outside');
    writeFileSync(outside, 'very_private_line: 1\n');
    const folder = emptyFolder();
    symlinkSync(outside, join(folder, '.vaultcheck.yml'));
    const run = vaultcheck(['scan', folder]);
    expect(run.status).toBe(2);
    expect(run.stdout + run.stderr).not.toContain('very_private_line');
  });

  test('a configuration that is a FIFO does not hang', () => {
    const folder = emptyFolder();
    execFileSync('mkfifo', [join(folder, '.vaultcheck.yml')]);
    expect(vaultcheck(['scan', folder]).status).toBe(2);
  });
});

describe('hostile names of files', () => {
  let folder: string;
  beforeAll(() => {
    folder = emptyFolder();
    for (const [i, name] of HOSTILE_NAMES.entries()) {
      const safe = name.replaceAll('/', '_').replaceAll('\0', '').slice(0, 60);
      mkdirSync(join(folder, `${i}`));
      writeFileSync(join(folder, `${i}`, `${safe}.env`), `VAULT_TOKEN=${TOKEN}\n`);
    }
    mkdirSync(join(folder, '::error::folder'));
    writeFileSync(join(folder, '::error::folder', '%0A::error::'), `DB_PASSWORD=${TOKEN}\n`);
  });

  test.each(FORMATS)('are harmless in %s', (format) => {
    const run = vaultcheck(['scan', folder, '--format', format, '--verbose']);
    expect(run.status).toBe(1);
    expect(run.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    const ours = format === 'github' ? /^::(?:error|warning|notice) (?:file|title)=/ : /^$/;
    expect(run.stdout.split('\n').filter((line) => /^\s*::/.test(line) && !ours.test(line))).toEqual([]);
    expect(run.stdout).not.toContain('##[');
  });

  test('are harmless in an error as well', () => {
    const run = vaultcheck(['scan', '/no/such/\x1b[31m\n::error::x']);
    expect(run.status).toBe(2);
    expect(run.stderr).not.toMatch(/\x1b|^\s*::/m);
  });
});

describe('the output file', () => {
  test('is written whole or not at all when the disk is full', () => {
    const folder = emptyFolder();
    const file = join(folder, 'report.json');
    writeFileSync(file, 'the old report');
    // No file of this process may grow beyond four blocks of 1024 bytes; the report is much larger.
    const command = `ulimit -f 4; trap '' XFSZ; exec "$0" "$@"`;
    const args = [process.execPath, join(ROOT, 'bin/run.js'), 'scan', 'fixtures/projects/shop', '--format', 'json'];
    const run = spawnSync('bash', ['-c', command, ...args, '--output', file], { cwd: ROOT, encoding: 'utf8' });
    recordOutput(run.stdout + run.stderr);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("report.json can't be written (EFBIG)");
    expect(execFileSync('cat', [file], { encoding: 'utf8' })).toBe('the old report');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('is not made when the command fails', () => {
    const folder = emptyFolder();
    for (const args of [
      ['scan', '/no/such/target'],
      ['scan', '.', '--only', 'no/such-rule'],
    ]) {
      expect(vaultcheck([...args, '--output', join(folder, 'report')]).status).toBe(2);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  const folder = emptyFolder();
  beforeAll(() => {
    const words = Buffer.alloc(1024 * 1024, 'password = "a1b2c3d4e5" \n');
    for (let i = 0; i < 1200; i++) writeFileSync(join(folder, `${i}`), words);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function exitOf(child: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  test.each([
    'SIGINT',
    'SIGTERM',
  ] as const)('%s in the middle of threads ends with 130 and leaves no file', async (signal) => {
    const outputs = emptyFolder();
    const args = ['scan', folder, '--jobs', '2', '--format', 'json', '--output', join(outputs, 'report')];
    const child = spawn(process.execPath, [join(ROOT, 'bin/run.js'), ...args]);
    const exit = exitOf(child);
    await untilReading(child);
    expect(child.exitCode).toBeNull();
    const start = performance.now();
    child.kill(signal);
    expect(await exit).toBe(130);
    // "Within seconds"; wide, so that a busy machine does not fail it.
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(readdirSync(outputs)).toEqual([]);
  });
});

test('folders that may not be read are told', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'closed'));
  writeFileSync(join(folder, 'closed', 'file'), 'x');
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'closed'), 0);
  const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const run = vaultcheck(['scan', folder], { ...uid, cwd: folder });
  chmodSync(join(folder, 'closed'), 0o755);
  expect(run.status).toBe(2);
  expect(run.stdout).toContain('closed: no permission to read this folder');
});
