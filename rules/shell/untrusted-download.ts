import { isOutputKept, programOf } from '../../src/analysis/shell-program.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

const SHELL = /^(?:ba|da|a|k|z)?sh$|^(?:python3?|perl|ruby|node)$/;

/** Options with which a package manager takes what nobody signed, or from where nobody said. */
const OPTIONS: Record<string, RegExp> = {
  apk: /^--allow-untrusted$/,
  apt: /^--allow-unauthenticated$|AllowUnauthenticated=(?:true|1|yes)|AllowInsecureRepositories=(?:true|1)/i,
  'apt-get':
    /^--(?:allow-unauthenticated|force-yes)$|AllowUnauthenticated=(?:true|1|yes)|AllowInsecureRepositories=(?:true|1)/i,
  yum: /^--nogpgcheck$|^--setopt=\S*gpgcheck=(?:0|false)/,
  dnf: /^--nogpgcheck$|^--no-gpgchecks$|^--setopt=\S*gpgcheck=(?:0|false)/,
  zypper: /^--no-gpg-checks$/,
  rpm: /^--(?:nosignature|nodigest)$/,
  pip: /^--(?:trusted-host|extra-index-url)(?:=|$)/,
  pip3: /^--(?:trusted-host|extra-index-url)(?:=|$)/,
  npm: /^--strict-ssl=false$|^--no-strict-ssl$/,
};

export default defineRule({
  artifact: 'shell',
  title: 'code taken from where nobody vouches for it',
  severity: 'medium',
  confidence: 'medium',
  why: 'whoever holds that server, or the way to it, runs code with the rights of the script and reads its secrets',
  fix: 'fetch a fixed version, compare its checksum or signature, and run it then',
  references: ['https://slsa.dev/spec/v1.0/threats'],
  cwe: [494],
  *check({ data }) {
    // RUN lines are judged with the Dockerfile.
    if (data.place === 'build') return;
    for (const command of data.commands) {
      const found = runsDownload(command, data) ?? unsigned(command);
      if (found) yield found;
    }
  },
});

/** `curl URL | sh`, `sh -c "$(curl URL)"`, `bash <(curl URL)`. */
function runsDownload(command: ShellCommand, { commands }: ShellScript) {
  const { name } = programOf(command);
  if (name !== 'curl' && name !== 'wget') return undefined;
  const reader = command.pipesTo !== undefined ? commands[command.pipesTo] : commands[command.within ?? -1];
  if (!reader || isOutputKept(command)) return undefined;
  const program = programOf(reader);
  if (command.pipesTo !== undefined && !readsProgram(program.args)) return undefined;
  const isRun =
    SHELL.test(program.name) || (command.pipesTo === undefined && /^(?:eval|source|\.)$/.test(program.name));
  if (!isRun || (command.pipesTo === undefined && isPlainArgument(reader))) return undefined;
  const url = command.words.find(({ text }) => /^https?:\/\//.test(text))?.text ?? '';
  return {
    message: `what ${name} downloads is run at once`,
    range: command.range,
    severity: url.startsWith('http://') ? ('high' as const) : ('medium' as const),
    paste: 'curl -fsSLo install.sh "$url" && echo "$sha256  install.sh" | sha256sum -c && sh install.sh',
  };
}

/** An interpreter reads its program from the pipe only where no other program is named. */
function readsProgram(args: readonly { text: string }[]): boolean {
  const [first] = args.filter(({ text }) => !/^-(?!c$|e$|m$|\w*[cem]$)/.test(text) || text === '-');
  return first === undefined || first.text === '-' || /^-s/.test(args[0]?.text ?? '');
}

/** `sh script "$(curl ...)"` hands over an argument; it does not run it. */
function isPlainArgument({ name, words }: ShellCommand): boolean {
  if (/^(?:eval|source|\.)$/.test(name)) return false;
  const [second, third] = [words[1]?.text ?? '', words[2]?.text ?? ''];
  return !/^<\(|^\$\(|^`/.test(/^-\w*c$/.test(second) ? third : second);
}

function unsigned(command: ShellCommand) {
  const { name, args } = programOf(command);
  const pattern = OPTIONS[name];
  const option = pattern && args.find(({ text }) => pattern.test(text));
  if (option)
    return {
      message: `${name} ${option.text.replace(/[=:].*/s, '')} takes packages that nobody vouches for`,
      range: option.range,
    };
  const trusted = command.words.find(({ text }) => /^\s*deb\b[^\n]*\[[^\]\n]*trusted=yes/m.test(text));
  return trusted ? { message: 'trusted=yes takes packages that nobody signed', range: trusted.range } : undefined;
}
