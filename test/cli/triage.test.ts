import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { emptyFolder, ROOT, vaultcheck } from './run.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'triage');
const LINE = `VAULT_TOKEN=${TOKEN}`;

/** A folder with some files. */
function project(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function scan(folder: string, ...args: string[]) {
  const run = vaultcheck(['scan', folder, '--format', 'json', ...args]);
  if (run.stdout === '') throw new Error(run.stderr);
  const report = JSON.parse(run.stdout);
  return { run, report, summary: report.summary, paths: report.findings.map(({ path }: { path: string }) => path) };
}

describe('suppressions', () => {
  const files = {
    'a.env': `${LINE} # vaultcheck: suppress secrets/vault-service-token -- revoked in May\n`,
    'b.env': `# vaultcheck: suppress secrets/vault-service-token\n${LINE}\n`,
    'c.env': '# vaultcheck: suppress secrets/jwt -- not there any more\nA=1\n',
    'd/e.env': `${LINE}\n`,
    '.vaultcheck.yml': 'suppress:\n  - rules: [secrets]\n    paths: [d/]\n    reason: for show\n',
  };

  test('are counted in every format, and their values are masked', () => {
    const folder = project(files);
    const { run, report, summary, paths } = scan(folder);
    expect(run.status).toBe(1);
    expect(paths).toEqual(['b.env']);
    expect(report.suppressed.map(({ path, suppression }: never) => [path, suppression])).toEqual([
      ['a.env', { by: 'comment', reason: 'revoked in May', line: 1 }],
      ['d/e.env', { by: 'config', reason: 'for show', line: null }],
    ]);
    expect(summary).toMatchObject({ suppressed: 2, unusedSuppressions: 1, findings: { total: 1 } });
    expect(report.unusedSuppressions).toMatchObject([{ path: 'c.env', line: 1 }]);
    expect(report.problems).toMatchObject([{ path: 'b.env', line: 1, code: 'suppression-without-reason' }]);
    const of = (format: string) => vaultcheck(['scan', folder, '--format', format]).stdout;
    expect(of('text')).toContain('2 suppressed, 1 unused suppression');
    expect(of('text')).toContain('b.env:1: suppression does not work: it gives no reason');
    expect(of('github')).toContain('1 finding in 5 files, 2 suppressed');
    expect(of('markdown')).toContain('1 finding in 5 files; 2 suppressed.');
    expect(of('markdown')).toContain('- a.env:1 secrets/vault-service-token: revoked in May');
    expect(of('junit')).toContain('tests="3" failures="1" errors="0" skipped="2"');
    expect(JSON.parse(of('sarif')).runs[0].results).toHaveLength(1);
    for (const format of ['text', 'json', 'github', 'markdown', 'junit', 'sarif'])
      expect(of(format)).not.toContain(TOKEN.slice(4));
    expect(vaultcheck(['scan', folder, '-v']).stdout).not.toContain(TOKEN.slice(4));
    expect(vaultcheck(['scan', folder, '-v']).stdout).toContain(
      'a.env:1: secrets/vault-service-token -- revoked in May',
    );
  });

  test('make the exit code 0 when nothing else is found', () => {
    const { run } = scan(project({ 'a.env': files['a.env'] }));
    expect(run.status).toBe(0);
  });

  test('work in files of several windows and in threads', () => {
    const filler = '# nothing here\n'.repeat(400_000);
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`many/${i}.env`, files['a.env']]));
    const folder = project({ ...many, 'large.env': `${filler}${files['a.env']}` });
    const { summary, run } = scan(folder, '--jobs', '2');
    expect(summary).toMatchObject({ suppressed: 701, findings: { total: 0 } });
    expect(run.status).toBe(0);
  });
});

describe('a baseline', () => {
  test('makes known findings not count, and tells new and gone ones', () => {
    const folder = project({ 'a.env': `${LINE}\n`, 'b.env': `X=1\n${LINE}\n` });
    const written = vaultcheck(['baseline', folder]);
    expect(written.stdout).toContain('2 findings (2 new, 0 gone)');
    expect(written.status).toBe(0);
    const file = join(folder, '.vaultcheck-baseline.json');
    expect(readFileSync(file, 'utf8')).not.toContain(TOKEN.slice(4, 12));
    const first = scan(folder);
    expect(first.run.status).toBe(0);
    expect(first.summary).toMatchObject({ baselined: 2, baseline: { known: 2, gone: 0 }, findings: { total: 0 } });
    expect(scan(folder, '--no-baseline').summary).toMatchObject({ baselined: 0, findings: { total: 2 } });

    renameSync(join(folder, 'a.env'), join(folder, 'renamed.env'));
    expect(scan(folder).summary).toMatchObject({ baselined: 2, findings: { total: 0 } });
    copyFileSync(join(folder, 'b.env'), join(folder, 'copy.env'));
    expect(scan(folder).paths).toEqual(['copy.env']);
    rmSync(join(folder, 'b.env'));
    rmSync(join(folder, 'copy.env'));
    expect(vaultcheck(['scan', folder]).stdout).toContain('1 baselined finding is gone; rewrite');

    const { salt } = JSON.parse(readFileSync(file, 'utf8'));
    expect(vaultcheck(['baseline', folder]).stdout).toContain('1 findings (0 new, 1 gone)');
    expect(JSON.parse(readFileSync(file, 'utf8')).salt).toBe(salt);
    expect(vaultcheck(['scan', folder]).stdout).not.toContain('gone');
  });

  test('is the same file, written twice', () => {
    const folder = project({ 'a.env': `${LINE}\n`, 'b.env': `${LINE}\n` });
    vaultcheck(['baseline', folder]);
    const file = join(folder, '.vaultcheck-baseline.json');
    const before = readFileSync(file, 'utf8');
    vaultcheck(['baseline', folder]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('does not know a secret of an excluded file under another name', () => {
    const folder = project({ 'old/a.env': `${LINE}\n`, '.vaultcheck.yml': '' });
    vaultcheck(['baseline', folder]);
    copyFileSync(join(folder, 'old/a.env'), join(folder, 'b.env'));
    writeFileSync(join(folder, '.vaultcheck.yml'), 'exclude: [old/]\n');
    expect(scan(folder).paths).toEqual(['b.env']);
  });

  test('may be named by the configuration or a flag; a missing, broken or outer one is an error', () => {
    const folder = project({ 'a.env': `${LINE}\n`, '.vaultcheck.yml': 'baseline: known.json\n' });
    const missing = vaultcheck(['scan', folder]);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('known.json is not there');
    expect(vaultcheck(['baseline', folder]).status).toBe(0);
    expect(scan(folder).run.status).toBe(0);
    const outer = join(emptyFolder(), 'outer.json');
    copyFileSync(join(folder, 'known.json'), outer);
    expect(scan(folder, '--no-config', '--baseline', outer).summary).toMatchObject({ baselined: 1 });
    rmSync(join(folder, 'known.json'));
    mkdirSync(join(folder, 'sub'));
    symlinkSync(join(outer, '..'), join(folder, 'sub/link'));
    writeFileSync(join(folder, '.vaultcheck.yml'), 'baseline: sub/link/outer.json\n');
    expect(vaultcheck(['scan', folder]).stderr).toContain('lies outside the target');
    writeFileSync(join(folder, '.vaultcheck.yml'), 'baseline: a.env\n');
    const broken = vaultcheck(['scan', folder]);
    expect([broken.status, broken.stderr]).toEqual([2, expect.stringContaining('a.env:1: not JSON')]);
    expect(broken.stderr).not.toContain(TOKEN.slice(4, 12));
    expect(vaultcheck(['baseline', folder]).status).toBe(2);
    expect(readFileSync(join(folder, 'a.env'), 'utf8')).toContain(TOKEN);
  });

  test('is whole or not written at all', () => {
    const folder = project({ 'a.env': `${LINE}\n` });
    const run = vaultcheck(['baseline', folder, '--file', join(folder, 'no/such.json')]);
    expect(run.status).toBe(2);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

test('on a terminal a first run with many findings offers the baseline, elsewhere it does not', () => {
  const files = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${i}.env`, `${LINE}\n`]));
  const folder = project(files);
  const onTerminal = (...args: string[]) => {
    const command = [process.execPath, join(ROOT, 'bin/run.js'), 'scan', folder, ...args].join(' ');
    const { CI: _, ...env } = process.env;
    // `script` gives the command a terminal of its own; the reports that it prints are the same either way.
    return execFileSync('script', ['-qec', `${command} || true`, '/dev/null'], { env, encoding: 'utf8' });
  };
  const offer = 'write these 21 down: vaultcheck baseline';
  expect(onTerminal()).toContain(offer);
  expect(onTerminal('--format', 'json')).not.toContain(offer);
  const piped = vaultcheck(['scan', folder]);
  expect(piped.stdout + piped.stderr).not.toContain(offer);
  vaultcheck(['baseline', folder]);
  expect(onTerminal()).not.toContain(offer);
}, 120_000);

test('stop words make values placeholders, for detectors and code rules, beside the built-in ones', () => {
  const password = expandFakes('{{fake 10}}acmedemo', 'triage-stop');
  const folder = project({
    'a.env': `DB_PASSWORD=${password}\nAPI_PASSWORD=changeme\n`,
    Dockerfile: `FROM scratch\nENV DB_PASSWORD=${password}\n`,
  });
  expect(scan(folder, '--only', 'secrets,dockerfile/secret-in-env').summary.findings.total).toBeGreaterThan(1);
  writeFileSync(join(folder, '.vaultcheck.yml'), 'stop-words: [AcmeDemo]\n');
  expect(scan(folder, '--only', 'secrets,dockerfile/secret-in-env').summary.findings.total).toBe(0);
});

test('what globs leave out is counted', () => {
  const folder = project({ 'x/a.env': `${LINE}\n`, 'y/a.env': `${LINE}\n`, 'keep.env': `${LINE}\n` });
  writeFileSync(join(folder, '.vaultcheck.yml'), 'exclude: ["*.env", "!keep.env"]\n');
  const { paths, summary } = scan(folder);
  expect(paths).toEqual(['keep.env']);
  expect(summary.excluded).toBe(2);
});

test('a severity of the configuration wins, also in threads', () => {
  const files = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`${i}.env`, `${LINE}\n`]));
  const folder = project({ ...files, '.vaultcheck.yml': 'severities: { secrets: info }\n' });
  for (const jobs of ['1', '2'])
    expect(scan(folder, '--jobs', jobs).summary.findings).toMatchObject({ info: 700, total: 700 });
});
