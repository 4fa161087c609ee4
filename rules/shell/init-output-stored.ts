import { outputFile, programOf } from '../../src/analysis/shell-program.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'unseal keys and root token kept by the script that made them',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever gets at that file or store unseals Vault and is root in it',
  fix: 'encrypt each key for its keeper with `-pgp-keys` and `-root-token-pgp-key`, or let a KMS unseal, and revoke the root token',
  references: ['https://developer.hashicorp.com/vault/docs/commands/operator/init'],
  catalogue: ['VS212'],
  cwe: [522],
  *check({ data }) {
    for (const command of data.commands) {
      const call = vaultCall(command);
      if (call?.verb !== 'operator init' || call.flags.has('status')) continue;
      const isEncrypted = call.flags.has('pgp-keys') || call.flags.has('recovery-pgp-keys');
      if (isEncrypted && call.flags.has('root-token-pgp-key')) continue;
      const place = keptIn(command, data);
      if (place === undefined) continue;
      yield {
        message: `the output of vault operator init is kept ${place}`,
        range: command.range,
        paste:
          'vault operator init -pgp-keys="a.asc,b.asc,c.asc" -key-shares=3 -key-threshold=2 -root-token-pgp-key="a.asc"',
      };
    }
  },
});

/** Where the output goes, in words; undefined for a terminal. */
function keptIn(command: ShellCommand, { commands }: ShellScript): string | undefined {
  const file = outputFile(command);
  if (file) return file.target.text === '/dev/null' ? undefined : 'in a file';
  if (command.pipesTo !== undefined) {
    const next = commands[command.pipesTo]!;
    const { name } = programOf(next);
    if (name === 'kubectl' || name === 'aws' || name === 'gcloud') return `by ${name}`;
    if (vaultCall(next)) return 'in Vault itself';
    return name === 'tee' ? 'in a file' : keptIn(next, { commands } as ShellScript);
  }
  return command.within === undefined ? undefined : 'in a variable of the script';
}
