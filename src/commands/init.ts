import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { VaultcheckCommand } from '../command.ts';
import { CONFIG_NAME } from '../config.ts';
import { configExample } from '../config-schema.ts';
import { UsageError } from '../model/errors.ts';
import { checkOutput, writeWhole } from '../output.ts';

/** `vaultcheck init [DIR]` */
export default class Init extends VaultcheckCommand {
  static override summary = 'Write a commented .vaultcheck.yml';
  static override description = 'Writes a configuration in which every key is explained and switched off.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> services/shop',
  ];
  static override args = { directory: Args.string({ default: '.', description: 'where to write it' }) };
  static override flags = {
    force: Flags.boolean({ description: 'replace a file that is there' }),
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Init);
    const file = join(args.directory, CONFIG_NAME);
    checkOutput(file);
    if (existsSync(file) && !flags.force) {
      throw new UsageError('config-exists', `${file} is already there`, { hint: '--force replaces it' });
    }
    writeWhole(file, configExample());
    await this.print(flags.format === 'json' ? `${JSON.stringify({ written: file })}\n` : `wrote ${file}\n`);
  }
}
