import { Args, Flags } from '@oclif/core';
import { PolicyHolders } from '../../analysis/policy-who.ts';
import { VaultcheckCommand } from '../../command.ts';
import { UsageError } from '../../model/errors.ts';
import { CAPABILITIES } from '../../model/policy.ts';
import { dialectOf, POLICY_FLAGS, readIdentity, unprovenNote } from '../../policy-flags.ts';
import { holdersToJson, holdersToText } from '../../reporters/policy-holders.ts';
import { parsePolicies, readPolicyTexts } from '../../sources/policy-files.ts';

/** `vaultcheck policy who-can PATH --policy DIR` */
export default class PolicyWhoCan extends VaultcheckCommand {
  static override summary = 'Show which policies allow something on a path, and by which rule';
  static override description =
    `Each policy is judged alone. A PATH with + or with * at its end asks for any path that it matches, and the answer
names one such path for each policy.

Exit codes: 0 answered; 2 wrong usage, or a policy that Vault would refuse; 130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> secret/data/payments/key --policy policies/',
    "<%= config.bin %> <%= command.id %> 'sys/policies/*' --capability update --policy p/",
  ];
  static override args = { path: Args.string({ required: true, description: 'path, as after /v1/' }) };
  static override flags = {
    policy: Flags.string({ multiple: true, description: 'files of policies, or folders of them (default .)' }),
    capability: Flags.string({
      multiple: true,
      options: CAPABILITIES.filter((capability) => capability !== 'deny'),
      description: 'only policies that grant one of these',
    }),
    identity: Flags.string({ description: 'JSON file with the entity and groups that templates are filled with' }),
    ...POLICY_FLAGS,
    format: Flags.string({ options: ['text', 'json'], default: 'text', description: 'form of the answer' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PolicyWhoCan);
    if (args.path === '') throw new UsageError('empty-path', 'the path is empty', { hint: 'write secret/data/app' });
    const dialect = dialectOf(flags);
    const identity = flags.identity === undefined ? undefined : readIdentity(flags.identity);
    const sources = parsePolicies(readPolicyTexts(flags.policy ?? ['.']), dialect);
    const holders = new PolicyHolders(sources, { dialect, ...(identity ? { identity } : {}) }).whoCan(args.path);
    const wanted = flags.capability;
    const shown = wanted
      ? holders.filter(({ capabilities }) => capabilities.some((capability) => wanted.includes(capability)))
      : holders;
    const note = unprovenNote(dialect);
    const report = flags.format === 'json' ? holdersToJson : holdersToText;
    await this.print(report(args.path, shown, note ? [note] : []));
  }
}
