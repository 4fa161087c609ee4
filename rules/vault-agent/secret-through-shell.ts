import type { Range } from '../../src/model/region.ts';
import { type Stanza, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** A shell that is given its program as a word. */
const SHELL = /^(?:\S*\/)?(?:ba|da|a|k|z)?sh$/;

export default defineRule({
  artifact: 'vault-agent',
  title: 'secret that goes through a shell command of the Agent',
  severity: 'medium',
  confidence: 'medium',
  why: 'what the shell puts into arguments or into its environment is in /proc and in logs, for other users to read',
  fix: 'let the application read the file itself, and let `exec` only tell it: `command = ["/usr/bin/reload-app"]`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#exec-stanza'],
  catalogue: ['VS318'],
  cwe: [214],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const destination = settingOf(stanza, 'destination')?.value;
      if (!destination) continue;
      for (const { words, range } of commandsOf(stanza)) {
        if (spillsFile(words, destination))
          yield { message: 'the command puts the rendered secret through a shell', range };
      }
    }
    const names = data.envTemplates.map(({ stanza }) => stanza.label ?? '').filter((name) => name !== '');
    for (const { words, range } of commandsOf(data.root)) {
      const spilled = names.find((name) => spillsVariable(words, name));
      if (spilled !== undefined) yield { message: `the shell puts ${spilled} into the arguments of a program`, range };
    }
  },
});

/** `command` of the stanza, older, and of its `exec`. A single text is given to `sh -c`. */
function commandsOf(stanza: Stanza): { words: string[]; range: Range }[] {
  const settings = [settingOf(stanza, 'command'), settingOf(stanzaOf(stanza, 'exec'), 'command')];
  return settings.flatMap((setting) =>
    setting ? { words: setting.items.map(({ value }) => value), range: setting.nameRange } : [],
  );
}

/** The program of the shell, where the command is one. */
function scriptOf(words: readonly string[]): string | undefined {
  if (words.length === 1) return words[0];
  return SHELL.test(words[0] ?? '') ? words.slice(1).join(' ') : undefined;
}

/** `$(cat FILE)`, `. FILE`, `source FILE`, `export $(... FILE)`, `cat FILE |`. */
function spillsFile(words: readonly string[], file: string): boolean {
  const script = scriptOf(words);
  if (!script?.includes(file)) return false;
  const name = file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\$\\(|\`)[^)\`]*${name}|(?:^|[;&|\\s"'])(?:\\.|source|cat)\\s+["']?${name}`).test(script);
}

/** `program --password=$NAME`; a test of the variable, or an export of it, shows nothing. */
function spillsVariable(words: readonly string[], name: string): boolean {
  const script = scriptOf(words);
  if (script === undefined || (words.length === 1 && !/[\s;|&]/.test(script))) return false;
  return new RegExp(`\\s-[\\w-]*[=\\s]?["']?\\$\\{?${name}\\b|\\becho\\s+[^|;&]*\\$\\{?${name}\\b`).test(script);
}
