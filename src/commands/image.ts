import { existsSync } from 'node:fs';
import { Args, Flags } from '@oclif/core';
import { composeImages } from '../image/compose-images.ts';
import { cacheFolder } from '../image/layer-cache.ts';
import type { ImageTarget } from '../image/read-target.ts';
import { scanImages } from '../image/scan-images.ts';
import { UsageError } from '../model/errors.ts';
import { checkOutput } from '../output.ts';
import { builtFile } from '../package-folder.ts';
import { ProgressLine } from '../progress.ts';
import { REPORT_FLAGS, ReportCommand } from '../report-command.ts';
import { defaultJobs } from '../scan.ts';
import { scanSetup } from '../scan-setup.ts';

/** Each thread takes some 60 MB. */
const MOST_LAYERS_AT_ONCE = 3;

/** `vaultcheck image REF...` */
export default class Image extends ReportCommand {
  static override summary = 'Look into container images for secrets and misuse of Vault';
  static override description =
    `Reads the configuration, the history and every layer of images, also files that a later layer deleted, as a stream:
nothing is unpacked to the disk, started or sent, and no secret is printed in full.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or something could not be looked at;
130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> shop:1.4 cart:1.4',
    '<%= config.bin %> <%= command.id %> --archive shop.tar --base debian:13-slim',
    '<%= config.bin %> <%= command.id %> --pull registry.example/shop:1.4 --platform linux/arm64',
    '<%= config.bin %> <%= command.id %> --compose compose.yaml',
    '<%= config.bin %> <%= command.id %> --container shop-web-1',
  ];
  static override strict = false;
  static override args = { image: Args.string({ description: 'images to look into' }) };
  static override flags = {
    archive: Flags.string({
      multiple: true,
      description: 'a file that `docker save` wrote, or the directory of an OCI layout',
      helpGroup: 'IMAGE',
    }),
    compose: Flags.string({
      description: 'all images that this compose file names and that are there; nothing is built or started',
      helpGroup: 'IMAGE',
    }),
    container: Flags.string({
      multiple: true,
      description: 'a container: how it runs, its environment and its log',
      helpGroup: 'IMAGE',
    }),
    pull: Flags.boolean({
      description: 'read images that are not on this machine from their registry; nothing is stored',
      helpGroup: 'IMAGE',
    }),
    base: Flags.string({
      description: 'image or archive that the images are built on: what it brings is told apart',
      helpGroup: 'IMAGE',
    }),
    platform: Flags.string({
      description: 'which image of several platforms, such as linux/arm64 (default: this machine)',
      helpGroup: 'IMAGE',
    }),
    archives: Flags.boolean({ description: 'open JARs, wheels and other zips in the layers', helpGroup: 'IMAGE' }),
    cache: Flags.boolean({
      default: true,
      allowNo: true,
      description: 'keep what was found in a layer, masked, for the next run',
      helpGroup: 'IMAGE',
    }),
    ...REPORT_FLAGS,
    rules: Flags.string({
      description: 'folder of your own rules (YAML), beside the built-in ones',
      helpGroup: 'RULE',
    }),
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Image);
    const compose = flags.compose ? composeImages(flags.compose, process.env) : [];
    const targets: ImageTarget[] = [
      ...(argv as string[]).map((name) => ({ kind: 'image', name }) as const),
      ...(flags.archive ?? []).map((path) => ({ kind: 'archive', path }) as const),
      ...compose.map(({ target }) => target),
    ];
    if (targets.length === 0 && !flags.container) {
      throw new UsageError('no-image', 'no image is named', {
        hint: 'name images, or an archive with --archive FILE, a compose file or a container',
      });
    }
    if (flags.output) checkOutput(flags.output);
    const setup = await scanSetup({
      target: '.',
      only: flags.only,
      skip: flags.skip,
      rules: flags.rules,
      readsConfig: flags.config,
      baseline: 'none',
    });
    const progress = new ProgressLine(process.stderr, { isShown: !flags.quiet });
    const report = await scanImages({
      ...setup,
      targets,
      containers: flags.container ?? [],
      platform: flags.platform,
      pull: flags.pull,
      base: flags.base === undefined ? undefined : baseTarget(flags.base),
      anchor: compose[0] && { path: flags.compose!, line: compose[0].line },
      env: process.env,
      opensArchives: flags.archives,
      cacheFolder: flags.cache ? cacheFolder(process.env) : undefined,
      jobs: flags.jobs ?? Math.min(defaultJobs(), MOST_LAYERS_AT_ONCE),
      workerUrl: builtFile('layer-worker.js'),
      signal: this.signal,
      onProgress: (state) => progress.update({ ...state, totalFiles: state.files }),
    }).finally(() => progress.end());
    await this.finish(report, flags, setup.config);
  }
}

/** A file or a folder of this name is meant, where there is one. */
function baseTarget(name: string): ImageTarget {
  return existsSync(name) ? { kind: 'archive', path: name } : { kind: 'image', name };
}
