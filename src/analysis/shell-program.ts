import type { ShellCommand, ShellWord } from '../model/shell.ts';

/** The program that a command ends up running, behind `sudo`, `exec`, `docker exec` and the like. */
export interface ShellProgram {
  /** Without its folder. */
  name: string;
  /** Without the name. */
  args: ShellWord[];
  /** Names of what stands in front, outermost first, such as `exec`. */
  wrappers: string[];
}

/** Programs that run the words behind them, and their options that take a word of their own. */
const WRAPPERS: Record<string, RegExp> = {
  sudo: /^-[ugCDhpRT]$|^--(?:user|group)$/,
  doas: /^-[uC]$/,
  env: /^-[uCS]$/,
  exec: /^-a$/,
  command: /^$/,
  builtin: /^$/,
  nohup: /^$/,
  time: /^-[fo]$/,
  nice: /^-n$/,
  ionice: /^-[cn]$/,
  xargs: /^-[IiLnPsdEa]$/,
  stdbuf: /^-[ioe]$/,
  unbuffer: /^$/,
  tini: /^-[pe]$/,
  'dumb-init': /^$/,
};

/** Wrappers with one word (a user, a duration, a number of tries) between themselves and the program. */
const WITH_WORD: Record<string, RegExp> = {
  gosu: /^$/,
  'su-exec': /^$/,
  timeout: /^-[ks]$|^--(?:signal|kill-after)$/,
  retry: /^$/,
};

/** Programs that run the words behind their `exec` or `run` in a container. */
const CONTAINERS = /^(?:docker|podman|nerdctl|docker-compose|kubectl|oc|microk8s|k3s)$/;

/** Options of `docker exec`, `docker run` and `kubectl exec` that take a word of their own. */
const CONTAINER_OPTION =
  /^(?:-[eufwcnpvhl]|--(?:env|user|file|workdir|container|namespace|env-file|index|name|network|volume|publish|entrypoint|context|kubeconfig|hostname|label|add-host|mount))$/;

const programs = new WeakMap<ShellCommand, ShellProgram>();

/** What a command runs; an empty name where it only assigns. */
export function programOf(command: ShellCommand): ShellProgram {
  const known = programs.get(command);
  if (known) return known;
  const wrappers: string[] = [];
  let words = command.words;
  for (let i = 0; i < 6; i++) {
    const name = baseName(words[0]);
    const rest = unwrap(name, words);
    if (rest === undefined || rest.length === 0) break;
    wrappers.push(name);
    words = rest;
  }
  const program = { name: baseName(words[0]), args: words.slice(1), wrappers };
  programs.set(command, program);
  return program;
}

function baseName(word: ShellWord | undefined): string {
  const text = word?.text ?? '';
  // A variable that names the CLI is the usual way to choose its place.
  const [, variable] = /^\$\{?(VAULT|VAULT_BIN|VAULT_CMD|VAULT_CLI|BAO|BAO_BIN)\}?$/.exec(text) ?? [];
  if (variable !== undefined) return variable.startsWith('BAO') ? 'bao' : 'vault';
  return text.replace(/^.*\//s, '');
}

function unwrap(name: string, words: readonly ShellWord[]): ShellWord[] | undefined {
  if (CONTAINERS.test(name)) return inContainer(words);
  const options = WRAPPERS[name] ?? WITH_WORD[name];
  if (!options) return undefined;
  const at = skipOptions(words, 1, options);
  return words.slice(WITH_WORD[name] ? at + 1 : at);
}

function skipOptions(words: readonly ShellWord[], from: number, withWord: RegExp): number {
  let at = from;
  for (; at < words.length; at++) {
    const { text } = words[at]!;
    if (text === '--') return at + 1;
    if (withWord.test(text)) at++;
    else if (!/^-|^[A-Za-z_]\w*=/.test(text)) return at;
  }
  return at;
}

/** Words behind the container's name of `docker exec`, or the image of `docker run`. */
function inContainer(words: readonly ShellWord[]): ShellWord[] | undefined {
  const verb = words.findIndex(({ text }, i) => i > 0 && i < 8 && (text === 'exec' || text === 'run'));
  if (verb === -1) return undefined;
  const dashes = words.findIndex(({ text }, i) => i > verb && text === '--');
  if (dashes !== -1 && baseName(words[0]) !== 'docker') return words.slice(dashes + 1);
  const target = skipOptions(words, verb + 1, CONTAINER_OPTION);
  const rest = words.slice(target + 1);
  return rest[0]?.text === '--' ? rest.slice(1) : rest;
}

/** True where the output goes to a file, or nowhere. */
export function isOutputKept(command: ShellCommand): boolean {
  return outputFile(command) !== undefined;
}

/** The redirect that takes standard output away to a file. */
export function outputFile(command: ShellCommand): ShellCommand['redirects'][number] | undefined {
  return command.redirects.find(
    ({ operator, descriptor, target }) =>
      /^(?:>|>>|>\||&>|&>>)$/.test(operator) &&
      (descriptor === undefined || descriptor === 1) &&
      !/^\/dev\/(?:stdout|stderr|tty|fd\/[12])$|^\/proc\/(?:1|self)\/fd\/[12]$/.test(target.text),
  );
}

/** True where somebody sees the output: it is neither captured, nor read by another command, nor in a file. */
export function isOutputSeen(command: ShellCommand, commands: readonly ShellCommand[]): boolean {
  if (isOutputKept(command)) return false;
  if (command.within !== undefined) {
    const outer = commands[command.within]!;
    return command.pipesTo === undefined && runsText(outer) && isOutputSeen(outer, commands);
  }
  if (command.pipesTo === undefined) return true;
  const next = commands[command.pipesTo]!;
  // What is copied to a file goes on to the terminal as well.
  return /^(?:tee|logger|cat)$/.test(programOf(next).name) && (next.name === 'logger' || isOutputSeen(next, commands));
}

/** `sh -c` and `eval` show what the commands of their text show; a substitution captures it. */
function runsText(command: ShellCommand): boolean {
  return command.name === 'eval' || command.words.some(({ text }) => /^-[a-z]*c$/.test(text));
}
