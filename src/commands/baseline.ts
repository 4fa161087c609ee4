import { Args, Flags } from '@oclif/core';
import { BASELINE_NAME, baselineText, newSalt, readBaseline } from '../baseline-file.ts';
import { VaultcheckCommand } from '../command.ts';
import { type Baseline, toBaseline } from '../engine/baseline.ts';
import { ConfigError } from '../model/errors.ts';
import { checkOutput, writeWhole } from '../output.ts';
import { builtFile } from '../package-folder.ts';
import { ProgressLine } from '../progress.ts';
import { defaultJobs, scan } from '../scan.ts';
import { baselinePath, scanSetup } from '../scan-setup.ts';

/** `vaultcheck baseline [DIR]` */
export default class BaselineCommand extends VaultcheckCommand {
  static override summary = 'Write down the findings of today, so that a scan tells only new ones';
  static override description =
    `Scans DIR and writes ${BASELINE_NAME} there: every finding that is not suppressed, by rule, path and masked lines, and
no value of a secret. \`vaultcheck scan\` uses it when it is there. Commit it; write it again when findings are gone.

Exit codes: 0 written; 2 wrong usage, or something could not be looked at (written all the same).`;
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> services/ --file known-findings.json',
  ];
  static override args = { target: Args.string({ default: '.', description: 'directory to scan' }) };
  static override flags = {
    file: Flags.string({ description: `file to write (default: ${BASELINE_NAME} in the target)` }),
    rules: Flags.string({ description: 'folder of your own rules (YAML), beside the built-in ones' }),
    config: Flags.boolean({ default: true, allowNo: true, description: 'read .vaultcheck.yml of the target' }),
    force: Flags.boolean({ description: 'replace a file that is no baseline' }),
    quiet: Flags.boolean({ char: 'q', description: 'show no progress' }),
    jobs: Flags.integer({ char: 'j', min: 1, max: 256, description: 'threads at most (default: one for each core)' }),
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(BaselineCommand);
    const setup = await scanSetup({
      target: args.target,
      rules: flags.rules,
      readsConfig: flags.config,
      baseline: 'none',
    });
    const file = baselinePath(args.target, setup.config, flags.file);
    checkOutput(file);
    const before = readBefore(file, flags.force);
    const progress = new ProgressLine(process.stderr, { isShown: !flags.quiet });
    const report = await scan({
      ...setup,
      baseline: { path: file, baseline: before },
      jobs: flags.jobs ?? defaultJobs(),
      workerUrl: builtFile('worker.js'),
      signal: this.signal,
      onProgress: (state) => progress.update(state),
    }).finally(() => progress.end());
    const { baselined, baseline } = report.triage!;
    const after = toBaseline([...report.findings, ...baselined], before.salt);
    writeWhole(file, baselineText(after));
    const counts = { findings: report.findings.length + baselined.length, new: report.findings.length };
    const gone = baseline!.gone;
    await this.print(
      flags.format === 'json'
        ? `${JSON.stringify({ written: file, ...counts, gone })}\n`
        : `wrote ${file}: ${counts.findings} findings (${counts.new} new, ${gone} gone)\n`,
    );
    if (report.problems.some(({ kind }) => kind === 'unread')) {
      process.stderr.write('vaultcheck: something could not be looked at; `vaultcheck scan` tells what\n');
      process.exitCode = 2;
    }
  }
}

/** The baseline that is there, whose salt is kept; an empty one where there is none. */
function readBefore(file: string, isForced: boolean): Baseline {
  try {
    return readBaseline(file, { followsLinks: true }) ?? { salt: newSalt(), entries: [] };
  } catch (error) {
    if (isForced && error instanceof ConfigError) return { salt: newSalt(), entries: [] };
    throw error;
  }
}
