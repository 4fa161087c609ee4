import { Args, Flags } from '@oclif/core';
import { vaultDifference } from '../../analysis/vault-difference.ts';
import { VaultcheckCommand } from '../../command.ts';
import { changesJson, changesText } from '../../reporters/vault-changes.ts';
import { readRecordings } from '../../sources/vault/recording-file.ts';

/** `vaultcheck audit diff A B` */
export default class AuditDiff extends VaultcheckCommand {
  static override summary = 'Compare two recordings of a running Vault: what has drifted';
  static override description =
    `Shows every setting that A and B, saved by \`vaultcheck audit --record\`, do not tell alike. What changes by itself
(times, counters, tokens) is left out.

Exit codes: 0 no difference; 1 differences; 2 wrong usage, or a recording that can't be read.`;
  static override examples = ['<%= config.bin %> <%= command.id %> vault-monday vault-today'];
  static override args = {
    before: Args.string({ required: true, description: 'folder or file of the older recording' }),
    after: Args.string({ required: true, description: 'folder or file of the newer recording' }),
  };
  static override flags = {
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(AuditDiff);
    const changes = vaultDifference(readRecordings(args.before), readRecordings(args.after));
    await this.print(flags.format === 'json' ? changesJson(changes) : changesText(changes));
    process.exitCode = changes.length > 0 ? 1 : 0;
  }
}
