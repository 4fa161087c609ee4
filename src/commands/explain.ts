import { Args, Flags } from '@oclif/core';
import { VaultcheckCommand } from '../command.ts';
import { explain } from '../explain.ts';
import { builtFile } from '../package-folder.ts';
import { ProgressLine } from '../progress.ts';
import { explainJson, explainMarkdown, explainText } from '../reporters/explain.ts';
import { defaultJobs } from '../scan.ts';

/** `vaultcheck explain RULE|FILE:LINE` */
export default class Explain extends VaultcheckCommand {
  static override summary = 'Explain a rule, or what is found on a line of a file';
  static override description =
    `For a rule: why it matters, how to mend what it finds, examples, references, controls of frameworks, and how to suppress
it. For FILE:LINE: scans the project that the file is in (the nearest folder above it with .vaultcheck.yml, a baseline or
.git, else its own folder) and explains each finding on that line, also suppressed and baselined ones.

Exit codes: 0 explained, or nothing is found there; 2 wrong usage, no such rule or file.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> dockerfile/secret-in-arg',
    '<%= config.bin %> <%= command.id %> services/cart/Dockerfile:7',
    '<%= config.bin %> <%= command.id %> secrets/jwt --format markdown',
  ];
  static override args = { topic: Args.string({ required: true, description: 'id of a rule, or FILE:LINE' }) };
  static override flags = {
    rules: Flags.string({ description: 'folder of your own rules (YAML), beside the built-in ones' }),
    config: Flags.boolean({ default: true, allowNo: true, description: 'read .vaultcheck.yml of the project' }),
    format: Flags.string({ options: ['text', 'json', 'markdown'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const progress = new ProgressLine(process.stderr, { isShown: true });
    const explanation = await explain({
      topic: args.topic,
      rules: flags.rules,
      readsConfig: flags.config,
      jobs: defaultJobs(),
      workerUrl: builtFile('worker.js'),
      signal: this.signal,
      onProgress: (state) => progress.update(state),
    }).finally(() => progress.end());
    const forms = { text: explainText, json: explainJson, markdown: explainMarkdown };
    const form = forms[flags.format as keyof typeof forms];
    await this.print(form(explanation, { color: this.hasColor, width: this.width }));
  }
}
