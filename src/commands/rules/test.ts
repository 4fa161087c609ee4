import { Args, Flags } from '@oclif/core';
import { loadCatalog } from '../../catalog.ts';
import { VaultcheckCommand } from '../../command.ts';
import { readOwnRules } from '../../own-rules.ts';

/** `vaultcheck rules test DIR` */
export default class RulesTest extends VaultcheckCommand {
  static override summary = 'Test a folder of your own rules by their examples';
  static override description =
    `Reads every rule below DIR as \`vaultcheck scan --rules DIR\` does, and tells the first mistake with file and line: an
unknown key, a pattern that is no RE2 syntax, a pattern without a literal to find it by, an example that fails.

Exit codes: 0 all is well; 2 a mistake.`;
  static override examples = ['<%= config.bin %> <%= command.id %> vaultcheck-rules'];
  static override args = { folder: Args.string({ required: true, description: 'folder of rules (YAML)' }) };
  static override flags = {
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesTest);
    const rules = await readOwnRules(args.folder, loadCatalog());
    const rows = rules.map(({ detector, examples }) => ({
      id: detector.id,
      bad: examples.bad.length,
      good: examples.good.length,
      keywords: detector.keywords ?? [],
    }));
    const lines = rows.map(({ id, bad, good }) => `${id}: ${bad} bad and ${good} good examples hold`);
    await this.print(flags.format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : `${lines.join('\n')}\n`);
  }
}
