import { shellFlow } from '../../src/analysis/shell-flow.ts';
import { programOf } from '../../src/analysis/shell-program.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand, ShellWord } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

/** Commands that the shell runs by itself: nothing of them stands in the list of processes. */
const BUILTIN =
  /^(?:|\.|:|\[|\[\[|alias|break|case|cd|command|compgen|continue|declare|echo|eval|exit|export|false|for|getopts|hash|let|local|mapfile|popd|printf|pushd|read|readarray|readonly|return|set|shift|shopt|source|test|trap|true|type|typeset|ulimit|umask|unset|wait)$/;

export default defineRule({
  artifact: 'shell',
  title: "secret in a command's arguments",
  severity: 'low',
  confidence: 'high',
  why: 'every user and process of the machine reads arguments in the list of processes, and audit logs keep them',
  fix: 'hand the secret over on standard input, in a file of mode 0600, or in a variable of the command itself',
  references: ['https://cwe.mitre.org/data/definitions/214.html'],
  catalogue: ['VS203'],
  cwe: [214],
  *check({ data }) {
    const flow = shellFlow(data);
    const functions = new Set(data.functions);
    for (const [i, command] of data.commands.entries()) {
      const { name, wrappers } = programOf(command);
      if (functions.has(command.name.replace(/^!/, '')) || (BUILTIN.test(name) && wrappers.length === 0)) continue;
      if (isToldElsewhere(command)) continue;
      const at = flow.commands[i]!.words.findIndex(
        (secret, word) => secret && word > 0 && isPassed(command.words[word]!),
      );
      const secret = flow.commands[i]!.words[at];
      // A name alone is too little for a finding about arguments: scripts pass many things that are called tokens.
      if (!secret || secret.origin === 'named') continue;
      yield {
        message: `${secret.name} stands in the arguments of ${name}`,
        range: command.words[at]!.range,
        paste: pasteFor(name),
      };
    }
  },
});

/** Rules of their own look at tokens and SecretIDs in arguments of Vault and curl. */
function isToldElsewhere(command: ShellCommand): boolean {
  const call = vaultCall(command);
  if (call) return /^(?:login|operator unseal|unseal)$/.test(call.verb) || /\/login/.test(call.path);
  return command.words.some(({ text }) => /X-Vault-(?:Wrap-)?Token|secret_id/i.test(text));
}

/** Names of files are no values. */
function isPassed({ text }: ShellWord): boolean {
  return !/^@|^--?[\w-]*(?:file|path)=?/.test(text);
}

function pasteFor(name: string): string {
  switch (name) {
    case 'psql':
    case 'pg_dump':
    case 'pg_restore':
      return `PGPASSWORD="$password" ${name} --host "$host" --username "$user"`;
    case 'mysql':
    case 'mysqldump':
    case 'mariadb':
      return `MYSQL_PWD="$password" ${name} --host "$host" --user "$user"`;
    case 'curl':
      return `printf 'header = "Authorization: Bearer %s"' "$token" | curl --config - "$url"`;
    case 'docker':
    case 'podman':
      return `printf %s "$password" | ${name} login --username "$user" --password-stdin "$registry"`;
    case 'vault':
    case 'bao':
      return `printf %s "$password" | ${name} kv put secret/app password=-`;
    default:
      return `printf %s "$secret" | ${name}`;
  }
}
