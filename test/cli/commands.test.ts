import { describe, expect, test } from 'vitest';
import commands from '../../src/commands/index.ts';
import { emptyFolder, vaultcheck } from './run.ts';

/** Every command as one types it; one that takes any number of arguments can't have too many. */
const COMMANDS = Object.entries(commands).map(([id, command]) => ({ words: id.split(':'), isStrict: command.strict }));
const WRONG: [string, string[]][] = [
  ['an unknown flag', ['--no-such-flag']],
  ['a form that there is none of', ['--format', 'pdf']],
  ['a flag without its value', ['--format']],
];

describe.each(COMMANDS)('vaultcheck $words', ({ words, isStrict }) => {
  test('explains itself with examples and a choice of forms', () => {
    const run = vaultcheck([...words, '--help']);
    expect(run.status).toBe(0);
    expect(run.stderr).toBe('');
    for (const heading of ['USAGE', 'FLAGS', 'DESCRIPTION', 'EXAMPLES']) expect(run.stdout).toContain(heading);
    expect(run.stdout).toContain(`$ vaultcheck ${words.join(' ')}`);
    expect(run.stdout).toMatch(/--format=<option>/);
    expect(run.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(
    isStrict ? [...WRONG, ['an argument too many', ['one', 'two', 'three']] as const] : WRONG,
  )('exits with 2 for %s, and says what is wrong in its first line', (_name, args) => {
    const run = vaultcheck([...words, ...args], { cwd: emptyFolder() });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^vaultcheck: \S/);
    expect(run.stderr).not.toMatch(/^\s+at |\x1b/m);
  });
});

describe('vaultcheck', () => {
  test.each([[[]], [['--help']], [['help']]])('%j lists every command', (args) => {
    const run = vaultcheck(args);
    expect(run.status).toBe(0);
    for (const { words } of COMMANDS) expect(run.stdout).toMatch(new RegExp(`^  ${words[0]} `, 'm'));
  });

  test('tells its version', () => {
    const run = vaultcheck(['--version']);
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/^vaultcheck\/\d+\.\d+\.\d+ /);
  });

  test('exits with 2 for a command that there is none of', () => {
    const run = vaultcheck(['scna']);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^vaultcheck: no command is called "scna/);
    expect(run.stderr).toContain('the nearest is `vaultcheck scan`');
  });
});

describe('exit codes are the same in every form', () => {
  const { stdout } = vaultcheck(['scan', '--help']);
  const forms = /<options: (text\|[a-z|]+)>/.exec(stdout)![1]!.split('|');

  test.each(forms)('%s', (format) => {
    const scan = (...args: string[]) => vaultcheck(['scan', ...args, '--format', format]).status;
    expect(forms.length).toBeGreaterThanOrEqual(6);
    expect(scan('fixtures/projects/shop')).toBe(1);
    expect(scan('fixtures/projects/shop', '--fail-on', 'none')).toBe(0);
    expect(scan('fixtures/projects/shop-fixed')).toBe(0);
    expect(scan('/no/such/target')).toBe(2);
  });
});
