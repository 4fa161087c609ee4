import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { TargetError } from '../../model/errors.ts';
import { PROVEN_DIALECT } from '../../model/policy.ts';
import { checkOutput } from '../../output.ts';
import { builtFile } from '../../package-folder.ts';
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
  static override summary = 'Find policies that are too wide, without effect or not what they seem';
  static override description =
    `Judges every policy below DIR (default: the current directory): HCL and JSON files, and what scripts write with
\`vault policy write NAME - <<EOF\`. Where scripts give roles their policies, the policies of each role are judged
together too, and with --together all that are named. The same rules run in \`vaultcheck scan\`.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or something could not be looked at;
130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> policies/',
    '<%= config.bin %> <%= command.id %> app.hcl base.hcl --together --format json',
    '<%= config.bin %> <%= command.id %> --skip vault-policy/old-syntax --fail-on high',
  ];
  static override args = { target: Args.string({ default: '.', description: 'folders, or files of policies' }) };
  static override strict = false;
  static override flags = {
    ...REPORT_FLAGS,
    together: Flags.boolean({
      description: 'judge all policies also as those of one token',
      helpGroup: 'RULE',
    }),
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(PolicyLint);
    const targets = argv.length > 0 ? (argv as string[]) : ['.'];
    if (flags.output) checkOutput(flags.output);
    for (const target of targets) checkTarget(target);
    const folder = targets.length > 1 || flags.together ? commonFolder(targets) : undefined;
    const setup = await scanSetup({
      target: folder ?? targets[0]!,
      only: flags.only ?? [FAMILY],
      skip: flags.skip,
      readsConfig: flags.config,
      baseline: 'none',
    });
    const isNamed = folder === undefined ? () => true : namedBelow(folder, targets);
    const progress = new ProgressLine(process.stderr, { isShown: !flags.quiet });
    const report = await scan({
      ...setup,
      isExcluded: (path, isFolder) => !isNamed(path) || setup.isExcluded(path, isFolder),
      ruleOptions: { judgesPoliciesTogether: flags.together },
      hashesLines: flags.format === 'sarif',
      jobs: flags.jobs ?? defaultJobs(),
      workerUrl: builtFile('worker.js'),
      signal: this.signal,
      onProgress: (state) => progress.update(state),
    }).finally(() => progress.end());
    await this.finish(report, flags, setup.config);
  }
}

/** A file that was named and is no policy at all is told, since no rule would say a word. */
function checkTarget(target: string): void {
  const stats = statSync(target, { throwIfNoEntry: false });
  if (!stats) throw new TargetError('missing', `${target} is not there`);
  if (!stats.isFile() || !/\.(?:hcl|json|policy|pol)$/i.test(target)) return;
  const text = readText(target, 'policy');
  if (!looksLikePolicy(parseVaultPolicy(text))) parsePolicies([{ file: target, text }], PROVEN_DIALECT);
}

/** The deepest folder that all targets are in. */
function commonFolder(targets: readonly string[]): string {
  const folders = targets.map((target) => {
    const path = resolve(target);
    return (statSync(path).isDirectory() ? path : dirname(path)).split(sep);
  });
  const [first = [], ...others] = folders;
  let length = 0;
  while (length < first.length && others.every((parts) => parts[length] === first[length])) length++;
  return relative('.', first.slice(0, length).join(sep) || sep) || '.';
}

/** Tells whether a path below the folder is a target, is in one, or leads to one. */
function namedBelow(folder: string, targets: readonly string[]): (path: string) => boolean {
  const named = targets.map((target) => relative(folder, target).split(sep).join('/'));
  return (path) =>
    named.some((name) => name === '' || name === path || path.startsWith(`${name}/`) || name.startsWith(`${path}/`));
}
