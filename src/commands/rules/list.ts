import { Flags } from '@oclif/core';
import { loadCatalog, selectRules } from '../../catalog.ts';
import { VaultcheckCommand } from '../../command.ts';
import { ruleJson, ruleTable } from '../../reporters/rules.ts';

/** `vaultcheck rules list` */
export default class RulesList extends VaultcheckCommand {
  static override summary = 'List the rules';
  static override description = 'Lists every rule with its severity, its confidence and its title.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --only dockerfile,compose',
    '<%= config.bin %> <%= command.id %> --format json',
  ];
  static override flags = {
    only: Flags.string({ multiple: true, delimiter: ',', description: 'list only these rules or families' }),
    skip: Flags.string({ multiple: true, delimiter: ',', description: 'leave out these rules or families' }),
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the list' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(RulesList);
    const rules = selectRules(loadCatalog(), { only: flags.only ?? [], skip: flags.skip ?? [] });
    const options = { color: this.hasColor, width: this.width };
    await this.print(flags.format === 'json' ? ruleJson(rules) : ruleTable(rules, options));
  }
}
