import { programOf } from '../../src/analysis/shell-program.ts';
import { fieldOf, isLoginWrite, vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: "SecretID in a command's arguments",
  severity: 'medium',
  confidence: 'high',
  why: 'every process of the machine reads it in the list of processes and logs in as the application',
  fix: 'let Vault read it from its file: `secret_id=@file`, or from standard input: `secret_id=-`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle'],
  catalogue: ['VS204'],
  cwe: [214],
  *check({ data }) {
    for (const command of data.commands) {
      const word = inVault(command) ?? inCurl(command);
      if (!word) continue;
      yield {
        message: `secret_id stands in the arguments of ${programOf(command).name}`,
        range: word.range,
        paste:
          'vault write -field=token auth/approle/login role_id=@/run/secrets/role_id secret_id=@/run/secrets/secret_id',
      };
    }
  },
});

/** Of a login only; a custom SecretID that is set up once is another matter. */
function inVault(command: ShellCommand) {
  const call = vaultCall(command);
  if (!call || !(isLoginWrite(call) || call.verb === 'login')) return undefined;
  const field = fieldOf(call, 'secret_id');
  return field && !/^[@-]/.test(field.value) ? field.word : undefined;
}

/** The body of a login over HTTP. */
function inCurl(command: ShellCommand) {
  if (!/^(?:curl|wget|http)$/.test(programOf(command).name)) return undefined;
  return command.words.find(({ text }) => /["']?secret_id["']?\s*[:=]\s*["'\\]*[^\s@"'\\]/.test(text));
}
