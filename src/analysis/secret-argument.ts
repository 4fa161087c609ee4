import { isRealValue } from './literal-value.ts';
import { isSecretName } from './secret-name.ts';

/** An argument of a command that holds a secret. */
export interface SecretArgument {
  /** Number of the word that names the option, and of the one that holds the value. */
  option: number;
  word: number;
  /** The option or the header. */
  name: string;
  value: string;
}

/** `--db-password=x` and `-token=x` inside a word. */
const OPTION = /(?<![\w-])(-{1,2}[A-Za-z][\w-]*)=(["']?)([^\s"']+)\2/g;

/** `--token x` inside one word of a shell. */
const SPACED_OPTION = /(?<![\w-])(-{1,2}[A-Za-z][\w-]*)\s+(["']?)([^\s"'-][^\s"']*)\2/g;

/** Headers that hold a token. */
const HEADER = /\b(X-Vault-Token|PRIVATE-TOKEN|X-Api-Key|Authorization:\s*Bearer)[:\s]\s*([^\s"']+)/gi;

/** Shorter values are words and numbers. */
const LEAST_LENGTH = 6;

/** Options and headers of a command whose value is written out; each word is one argument, or a line of a shell. */
export function secretArguments(words: readonly string[]): SecretArgument[] {
  const found: SecretArgument[] = [];
  for (const [i, word] of words.entries()) {
    for (const [, name, , value] of word.matchAll(OPTION))
      add(found, { option: i, word: i, name: name!, value: value! });
    for (const [, name, , value] of word.matchAll(SPACED_OPTION))
      add(found, { option: i, word: i, name: name!, value: value! });
    for (const [, name, value] of word.matchAll(HEADER)) {
      if (isSecretValue(value!)) found.push({ option: i, word: i, name: name!.replace(/:.*/s, ''), value: value! });
    }
    const next = words[i + 1];
    if (/^-{1,2}[A-Za-z][\w-]*$/.test(word) && next !== undefined)
      add(found, { option: i, word: i + 1, name: word, value: next });
  }
  return found;
}

function add(found: SecretArgument[], argument: SecretArgument): void {
  const { name, value } = argument;
  if (!value.startsWith('-') && isSecretName(name.replace(/^-+/, '')) && isSecretValue(value)) found.push(argument);
}

function isSecretValue(value: string): boolean {
  return value.length >= LEAST_LENGTH && isRealValue(value);
}
