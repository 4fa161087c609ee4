import { Args, Flags } from '@oclif/core';
import { loadCatalog, selectRules } from '../../catalog.ts';
import { VaultcheckCommand } from '../../command.ts';
import { ruleJson, rulePage } from '../../reporters/rules.ts';

/** `vaultcheck rules show ID` */
export default class RulesShow extends VaultcheckCommand {
  static override summary = 'Show one rule: why it matters and how to fix what it finds';
  static override description = 'Shows all that a rule says of itself.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> secrets/vault-service-token',
    '<%= config.bin %> <%= command.id %> dockerfile/secret-in-arg --format json',
  ];
  static override args = { id: Args.string({ required: true, description: 'id of the rule' }) };
  static override flags = {
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the page' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesShow);
    const rules = selectRules(loadCatalog(), { only: [args.id], skip: [] });
    const options = { color: this.hasColor, width: this.width };
    const text = flags.format === 'json' ? ruleJson(rules) : rules.map((rule) => rulePage(rule, options)).join('\n');
    await this.print(text);
  }
}
