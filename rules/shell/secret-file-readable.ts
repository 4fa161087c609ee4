import { shellFlow } from '../../src/analysis/shell-flow.ts';
import { outputFile, programOf } from '../../src/analysis/shell-program.ts';
import { shellStates } from '../../src/analysis/shell-state.ts';
import type { ShellCommand, ShellScript, ShellWord } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

/** What is no file on a disk. */
const NO_FILE = /^\/dev\/(?!shm\/)|^&|^\$\{?GITHUB_(?:ENV|OUTPUT|STEP_SUMMARY)|^\/proc\//;

export default defineRule({
  artifact: 'shell',
  title: 'secret written to a file that others can read',
  severity: 'medium',
  confidence: 'high',
  why: 'with the usual umask every user of the machine or container reads the file',
  fix: 'put `umask 077` in front of the first secret that is written, or create the file with `install -m 600`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template'],
  catalogue: ['VS209'],
  cwe: [732],
  *check({ data }) {
    const flow = shellFlow(data);
    const states = shellStates(data);
    for (const [i, command] of data.commands.entries()) {
      if (states[i]!.isPrivate) continue;
      const { output, redirects } = flow.commands[i]!;
      const secret = output ?? redirects.find((found) => found !== undefined);
      const file = writtenFile(command, data);
      if (!secret || !file || NO_FILE.test(file.text) || isClosed(file, data)) continue;
      yield {
        message: `${secret.name} is written to a file without umask 077`,
        range: file.range,
        confidence: secret.origin === 'fetched' ? 'high' : 'medium',
        paste: 'umask 077',
      };
    }
  },
});

/** The file of a redirect, of `tee`, or of `-output` and `-o`. */
function writtenFile(command: ShellCommand, { commands }: ShellScript): ShellWord | undefined {
  const direct = outputFile(command)?.target;
  if (direct) return direct;
  const next = command.pipesTo === undefined ? undefined : commands[command.pipesTo];
  const program = next && programOf(next);
  if (program?.name === 'tee') return program.args.find(({ text }) => !text.startsWith('-'));
  return undefined;
}

/** True where the script gives the same file a mode for its owner only. */
function isClosed(file: ShellWord, { commands }: ShellScript): boolean {
  return commands.some((command) => {
    const { name, args } = programOf(command);
    const isMode =
      (name === 'chmod' &&
        /^(?:-\w+ )?0?[0-7]00$|^(?:u=\w+,)?(?:g?o?[=-]\w*,?)+$|^go[-=]|^0?[46]40$/.test(args[0]?.text ?? '')) ||
      (name === 'install' && args.some(({ text }) => /^(?:-\w*m)?0?[46]00$/.test(text))) ||
      name === 'mktemp';
    if (name === 'mktemp')
      return command.within !== undefined && namesOf(commands[command.within]!).some((x) => mentions(file.text, x));
    return isMode && args.slice(1).some(({ text }) => text === file.text || isParent(text, file.text));
  });
}

function namesOf(command: ShellCommand): string[] {
  return command.assignments.map(({ name }) => name);
}

function mentions(text: string, name: string): boolean {
  return text.includes(`$${name}`) || text.includes(`\${${name}}`);
}

/** A folder that only its owner may enter keeps everything in it. */
function isParent(folder: string, file: string): boolean {
  return file.startsWith(`${folder.replace(/\/$/, '')}/`);
}
