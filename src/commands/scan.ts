import { Args, Flags } from '@oclif/core';
import { baselineOffer } from '../baseline-offer.ts';
import { checkOutput } from '../output.ts';
import { builtFile } from '../package-folder.ts';
import { ProgressLine } from '../progress.ts';
import { REPORT_FLAGS, ReportCommand } from '../report-command.ts';
import { defaultJobs, scan } from '../scan.ts';
import { scanSetup } from '../scan-setup.ts';

/** `vaultcheck scan DIR` */
export default class Scan extends ReportCommand {
  static override summary = 'Scan a directory for hardcoded secrets and bad Vault integration';
  static override description = `Reads every file below DIR (default: the current directory) and reports
hardcoded secrets and mistakes in Dockerfiles, compose files, scripts,
policies and configurations of Vault and its Agent. Nothing is executed, sent
or changed, and no secret is printed in full.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or
something could not be looked at; 130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> services/ --fail-on high',
    '<%= config.bin %> <%= command.id %> --format sarif --output vaultcheck.sarif',
    '<%= config.bin %> <%= command.id %> --only secrets --skip secrets/assigned-password',
  ];
  static override args = { target: Args.string({ default: '.', description: 'directory or file to scan' }) };
  static override flags = {
    ...REPORT_FLAGS,
    rules: Flags.string({
      description: 'folder of your own rules (YAML), beside the built-in ones',
      helpGroup: 'RULE',
    }),
    timings: Flags.boolean({
      description: 'tell where the CPU time went, by stage and by rule (text and JSON)',
      helpGroup: 'REPORT',
    }),
    baseline: Flags.string({
      description: 'leave out what this file knows (default: .vaultcheck-baseline.json of the target, if it is there)',
      helpGroup: 'TRIAGE',
    }),
    'no-baseline': Flags.boolean({
      description: 'use no baseline at all',
      helpGroup: 'TRIAGE',
      exclusive: ['baseline'],
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Scan);
    if (flags.output) checkOutput(flags.output);
    const setup = await scanSetup({
      target: args.target,
      only: flags.only,
      skip: flags.skip,
      rules: flags.rules,
      readsConfig: flags.config,
      baseline: flags['no-baseline'] ? 'none' : flags.baseline,
    });
    const progress = new ProgressLine(process.stderr, { isShown: !flags.quiet });
    const report = await scan({
      ...setup,
      hashesLines: flags.format === 'sarif',
      isTimed: flags.timings,
      jobs: flags.jobs ?? defaultJobs(),
      workerUrl: builtFile('worker.js'),
      signal: this.signal,
      onProgress: (state) => progress.update(state),
    }).finally(() => progress.end());
    await this.finish(report, flags, setup.config);
    const offer = baselineOffer(report, {
      format: flags.format,
      isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
      isCi: Boolean(process.env.CI),
      isWanted: !flags['no-baseline'] && !flags.quiet,
    });
    if (offer !== undefined) process.stderr.write(`${offer}\n`);
  }
}
