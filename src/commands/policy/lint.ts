import { statSync } from 'node:fs';
import { Args } from '@oclif/core';
import { PROVEN_DIALECT } from '../../model/policy.ts';
import { checkOutput } from '../../output.ts';
import { looksLikePolicy, parseVaultPolicy } from '../../parsers/vault-policy.ts';
import { ProgressLine } from '../../progress.ts';
import { REPORT_FLAGS, ReportCommand } from '../../report-command.ts';
import { defaultJobs, scan } from '../../scan.ts';
import { scanSetup } from '../../scan-setup.ts';
import { parsePolicies, readText } from '../../sources/policy-files.ts';

/** Family of the rules about policies. */
const FAMILY = 'vault-policy';

/** `vaultcheck policy lint DIR` */
export default class PolicyLint extends ReportCommand {
  static override summary = 'Find what is wrong with policies: too wide, without effect, or not what they seem';
  static override description =
    `Judges every policy below DIR (default: the current directory): HCL and JSON files, and what scripts write with
\`vault policy write NAME - <<EOF\`. Where scripts give roles their policies, the policies of each role are judged
together too. The same rules run in \`vaultcheck scan\`.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or something could not be looked at;
130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> policies/',
    '<%= config.bin %> <%= command.id %> app.hcl --format json',
    '<%= config.bin %> <%= command.id %> --skip vault-policy/old-syntax --fail-on high',
  ];
  static override args = { target: Args.string({ default: '.', description: 'folder, or file of a policy' }) };
  static override flags = REPORT_FLAGS;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PolicyLint);
    if (flags.output) checkOutput(flags.output);
    if (statSync(args.target, { throwIfNoEntry: false })?.isFile()) checkPolicy(args.target);
    const setup = await scanSetup({
      target: args.target,
      only: flags.only ?? [FAMILY],
      skip: flags.skip,
      readsConfig: flags.config,
      baseline: 'none',
    });
    const progress = new ProgressLine(process.stderr, { isShown: !flags.quiet });
    const report = await scan({
      ...setup,
      hashesLines: flags.format === 'sarif',
      jobs: flags.jobs ?? defaultJobs(),
      workerUrl: new URL('../../worker-entry.js', import.meta.url),
      signal: this.signal,
      onProgress: (state) => progress.update(state),
    }).finally(() => progress.end());
    await this.finish(report, flags, setup.config);
  }
}

/** A file that was named and is no policy at all is told, since no rule would say a word. */
function checkPolicy(file: string): void {
  if (/\.(?:sh|bash)$/.test(file)) return;
  const text = readText(file, 'policy');
  if (!looksLikePolicy(parseVaultPolicy(text))) parsePolicies([{ file, text }], PROVEN_DIALECT);
}
