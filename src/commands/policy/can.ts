import { Flags } from '@oclif/core';
import { Permissions } from '../../analysis/permissions.ts';
import { VaultcheckCommand } from '../../command.ts';
import { dialectOf, POLICY_FLAGS, readIdentity, readPaths, unprovenNote } from '../../policy-flags.ts';
import { escapeText } from '../../reporters/escape.ts';
import { answersToJson, answersToText, type PathAnswer } from '../../reporters/policy-answers.ts';
import { parsePolicies, readPolicyTexts } from '../../sources/policy-files.ts';

/** What is written at once. */
const PIECE_CHARACTERS = 65_536;

/** `vaultcheck policy can --policy FILE --path P` */
export default class PolicyCan extends VaultcheckCommand {
  static override summary = 'Show what a token with these policies may do on paths, and by which rule';
  static override description =
    `All policies together are judged, as Vault judges those of one token: rules for the same path add up, and of all
rules that match a path the one that Vault ranks highest counts, alone. Needs no Vault and no token.

Exit codes: 0 answered; 2 wrong usage, or a policy that Vault would refuse; 130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> --policy app.hcl --path secret/data/app',
    '<%= config.bin %> <%= command.id %> --policy app.hcl --paths-from paths.txt --format json',
    '<%= config.bin %> <%= command.id %> --policy p/ --path secret/data/x --identity id.json',
  ];
  static override flags = {
    policy: Flags.string({
      multiple: true,
      description: 'files of policies, or folders of them; - is standard input',
    }),
    path: Flags.string({ multiple: true, description: 'path to ask about, as after /v1/' }),
    'paths-from': Flags.string({ description: 'file with one path a line; - is standard input' }),
    identity: Flags.string({ description: 'JSON file with the entity and groups that templates are filled with' }),
    ...POLICY_FLAGS,
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(PolicyCan);
    const dialect = dialectOf(flags);
    const paths = readPaths(flags);
    const identity = flags.identity === undefined ? undefined : readIdentity(flags.identity);
    const sources = parsePolicies(readPolicyTexts(flags.policy ?? []), dialect);
    const permissions = new Permissions(sources, { dialect, ...(identity ? { identity } : {}) });
    const unproven = unprovenNote(dialect);
    const template = templateNote(permissions, identity !== undefined);
    if (template) process.stderr.write(`vaultcheck: ${escapeText(template)}\n`);
    const notes = unproven === undefined ? [] : [unproven];
    const answers = answersOf(permissions, paths);
    const pieces = flags.format === 'json' ? answersToJson(answers, notes) : answersToText(answers, notes);
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < PIECE_CHARACTERS) continue;
      await this.print(text);
      text = '';
    }
    await this.print(text);
  }
}

function* answersOf(permissions: Permissions, paths: readonly string[]): Generator<PathAnswer> {
  for (const path of paths) yield { path, ...permissions.capabilities(path) };
}

/** What has to be said about rules whose templates have no value. */
function templateNote({ unrendered, broken }: Permissions, hasIdentity: boolean): string | undefined {
  const [first] = broken;
  if (first)
    return `${first.file}:${first.rule.line}: the template brings +* into the path, and Vault refuses every request of the token`;
  const [source] = unrendered;
  if (!source) return undefined;
  const what = unrendered.length === 1 ? '1 rule is' : `${unrendered.length} rules are`;
  const why = hasIdentity ? 'the identity has no value for its template' : 'no --identity fills its template';
  return `${what} left out, the first at ${source.file}:${source.rule.line}: ${why}`;
}
