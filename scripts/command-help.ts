import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const START = '<!-- commands: written by `npm run generate` -->';
const END = '<!-- /commands -->';

/** The commands whose help stands in the README. */
const COMMANDS = ['scan', 'image', 'rules list', 'rules show', 'rules test', 'explain', 'baseline', 'init'];

/** The README with the help of every command between its markers. */
export function withCommandHelp(readme: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} and ${END}`);
  const sections = COMMANDS.map((command) => `### vaultcheck ${command}\n\n\`\`\`text\n${help(command)}\n\`\`\`\n`);
  return `${readme.slice(0, start)}${START}\n\n${sections.join('\n')}\n${readme.slice(end)}`;
}

/** Help as the built command prints it on a terminal of 80 columns. */
function help(command: string): string {
  if (!existsSync(join(ROOT, 'dist/main.js'))) throw new Error('the help needs the build: run `npm run build`');
  const { PATH, HOME } = process.env;
  const text = execFileSync(process.execPath, ['bin/run.js', ...command.split(' '), '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, HOME, NO_COLOR: '1', COLUMNS: '80', OCLIF_COLUMNS: '80' },
  });
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
