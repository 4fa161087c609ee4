import { Flags } from '@oclif/core';
import { VaultcheckCommand } from './command.ts';
import { exitCode, type FailOn } from './engine/triage.ts';
import type { Report } from './model/report.ts';
import { SEVERITIES } from './model/severity.ts';
import { writeWhole } from './output.ts';
import { FORMATS, REPORTERS } from './reporters/index.ts';

/** Flags of every command that gives a report: which rules, what form, which exit code. */
export const REPORT_FLAGS = {
  only: Flags.string({
    multiple: true,
    delimiter: ',',
    description: 'run only these rules or families',
    helpGroup: 'RULE',
  }),
  skip: Flags.string({
    multiple: true,
    delimiter: ',',
    description: 'leave out these rules or families',
    helpGroup: 'RULE',
  }),
  format: Flags.string({ options: FORMATS, default: 'text', description: 'form of the report', helpGroup: 'REPORT' }),
  output: Flags.string({
    char: 'o',
    description: 'write the report to this file instead of standard output',
    helpGroup: 'REPORT',
  }),
  quiet: Flags.boolean({
    char: 'q',
    description: 'findings without frames, and no progress',
    helpGroup: 'REPORT',
    exclusive: ['verbose'],
  }),
  verbose: Flags.boolean({ char: 'v', description: 'all that is known of each finding', helpGroup: 'REPORT' }),
  'fail-on': Flags.string({
    options: ['none', ...SEVERITIES],
    description: 'least severity that makes the exit code 1 (default medium)',
    helpGroup: 'EXIT CODE',
  }),
  'allow-incomplete': Flags.boolean({
    description: 'exit 0 although something could not be looked at',
    helpGroup: 'EXIT CODE',
    exclusive: ['strict'],
  }),
  strict: Flags.boolean({ description: 'exit 2 also for coverage notes', helpGroup: 'EXIT CODE' }),
  config: Flags.boolean({ default: true, allowNo: true, description: 'read .vaultcheck.yml of the target' }),
  jobs: Flags.integer({ char: 'j', min: 1, max: 256, description: 'threads at most (default: one for each core)' }),
};

/** What of the flags decides how a report is shown and which exit code it gives. */
export interface ReportFlags {
  format: string;
  output?: string | undefined;
  quiet: boolean;
  verbose: boolean;
  'fail-on'?: string | undefined;
  'allow-incomplete': boolean;
  strict: boolean;
}

/** Base of the commands that give a report. */
export abstract class ReportCommand extends VaultcheckCommand {
  /** Writes the report where and how the flags say, and sets the exit code. */
  protected async finish(report: Report, flags: ReportFlags, defaults: { failOn?: FailOn | undefined }): Promise<void> {
    const text = REPORTERS[flags.format as (typeof FORMATS)[number]](report, {
      color: this.hasColor && flags.output === undefined,
      width: this.width,
      verbose: flags.verbose,
      quiet: flags.quiet,
    });
    if (flags.output) writeWhole(flags.output, text);
    else await this.print(text);
    process.exitCode = exitCode(report, {
      failOn: (flags['fail-on'] ?? defaults.failOn ?? 'medium') as FailOn,
      allowIncomplete: flags['allow-incomplete'],
      strict: flags.strict,
    });
  }
}
