import { Args, Flags } from '@oclif/core';
import { VaultcheckCommand } from '../command.ts';
import { exitCode, type FailOn } from '../engine/triage.ts';
import { SEVERITIES } from '../model/severity.ts';
import { checkOutput, writeWhole } from '../output.ts';
import { ProgressLine } from '../progress.ts';
import { FORMATS, REPORTERS } from '../reporters/index.ts';
import { defaultJobs, scan } from '../scan.ts';
import { scanSetup } from '../scan-setup.ts';

/** `vaultcheck scan DIR` */
export default class Scan extends VaultcheckCommand {
  static override summary = 'Scan a directory for hardcoded secrets and bad Vault integration';
  static override description =
    `Reads every file below DIR (default: the current directory) and reports hardcoded secrets and mistakes in
Dockerfiles and compose files. Nothing is executed, sent or changed, and no secret is printed in full.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or something could not be looked at;
130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> services/ --fail-on high',
    '<%= config.bin %> <%= command.id %> --format sarif --output vaultcheck.sarif',
    '<%= config.bin %> <%= command.id %> --only secrets --skip secrets/assigned-password',
  ];
  static override args = { target: Args.string({ default: '.', description: 'directory or file to scan' }) };
  static override flags = {
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
    baseline: Flags.string({
      description: 'leave out what this file knows (default: .vaultcheck-baseline.json of the target, if it is there)',
      helpGroup: 'TRIAGE',
    }),
    'no-baseline': Flags.boolean({
      description: 'use no baseline at all',
      helpGroup: 'TRIAGE',
      exclusive: ['baseline'],
    }),
    jobs: Flags.integer({ char: 'j', min: 1, max: 256, description: 'threads at most (default: one for each core)' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Scan);
    if (flags.output) checkOutput(flags.output);
    const setup = scanSetup({
      target: args.target,
      only: flags.only,
      skip: flags.skip,
      readsConfig: flags.config,
      baseline: flags['no-baseline'] ? 'none' : flags.baseline,
    });
    const progress = new ProgressLine(process.stderr, { isShown: !flags.quiet });
    const report = await scan({
      ...setup,
      jobs: flags.jobs ?? defaultJobs(),
      workerUrl: new URL('../worker-entry.js', import.meta.url),
      signal: this.signal,
      onProgress: (state) => progress.update(state),
    }).finally(() => progress.end());
    const text = REPORTERS[flags.format as (typeof FORMATS)[number]](report, {
      color: this.hasColor && flags.output === undefined,
      width: this.width,
      verbose: flags.verbose,
      quiet: flags.quiet,
    });
    if (flags.output) writeWhole(flags.output, text);
    else await this.print(text);
    process.exitCode = exitCode(report, {
      failOn: (flags['fail-on'] ?? setup.config.failOn ?? 'medium') as FailOn,
      allowIncomplete: flags['allow-incomplete'],
      strict: flags.strict,
    });
  }
}
