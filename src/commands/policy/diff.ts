import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { Permissions, type PolicySource } from '../../analysis/permissions.ts';
import { comparePolicies } from '../../analysis/policy-difference.ts';
import { VaultcheckCommand } from '../../command.ts';
import { UsageError } from '../../model/errors.ts';
import type { PolicyDialect } from '../../model/policy.ts';
import { looksLikePolicy, parseVaultPolicy } from '../../parsers/vault-policy.ts';
import { dialectOf, POLICY_FLAGS, readIdentity, unprovenNote } from '../../policy-flags.ts';
import {
  changesToJson,
  changesToMarkdown,
  changesToText,
  isWider,
  type PolicyChange,
} from '../../reporters/policy-changes.ts';
import { type PolicyText, parsePolicies, readPolicyTexts } from '../../sources/policy-files.ts';
import { readPoliciesAt } from '../../sources/policy-history.ts';

const FORMATS = { text: changesToText, json: changesToJson, markdown: changesToMarkdown };

/** `vaultcheck policy diff OLD NEW` */
export default class PolicyDiff extends VaultcheckCommand {
  static override summary = 'Show what a change of policies allows and no longer allows, for every path';
  static override description =
    `Compares two policies, or the policies of two folders by their names, exactly: all paths are covered, none is
sampled. Each change comes with a request that shows it. With --since, the policies of a folder are compared with
what they were at a commit, which is made for pull requests. Needs no Vault and no token.

Exit codes: 0 nothing is wider (see --fail-on); 1 something is; 2 wrong usage, or a policy that Vault would refuse;
130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> old/app.hcl new/app.hcl',
    '<%= config.bin %> <%= command.id %> --since origin/main policies/ --format markdown',
    '<%= config.bin %> <%= command.id %> old/ new/ --together --fail-on none',
  ];
  static override args = {
    old: Args.string({ description: 'policy or folder before; with --since the folder (default .)' }),
    new: Args.string({ description: 'policy or folder after' }),
  };
  static override flags = {
    since: Flags.string({ description: 'compare with this commit, branch or tag' }),
    together: Flags.boolean({ description: 'judge all policies of a side as those of one token' }),
    identity: Flags.string({ description: 'JSON file with the entity and groups that templates are filled with' }),
    ...POLICY_FLAGS,
    format: Flags.string({ options: Object.keys(FORMATS), default: 'text', description: 'form of the report' }),
    'fail-on': Flags.string({
      options: ['none', 'wider', 'any'],
      default: 'wider',
      description: 'what makes the exit code 1',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PolicyDiff);
    const dialect = dialectOf(flags);
    const identity = flags.identity === undefined ? undefined : readIdentity(flags.identity);
    const [before, after] = await this.#sides(args, flags.since, dialect);
    const permissionsOf = (sources: readonly PolicySource[]) =>
      new Permissions(sources, { dialect, ...(identity ? { identity } : {}) });
    const changes = (flags.together ? [{ name: 'the token', before, after }] : pairs(before, after)).map(
      (pair): PolicyChange => ({
        policy: pair.name,
        ...(pair.before.length === 0 ? { state: 'added' as const } : {}),
        ...(pair.after.length === 0 ? { state: 'removed' as const } : {}),
        ...comparePolicies(permissionsOf(pair.before), permissionsOf(pair.after)),
      }),
    );
    const note = unprovenNote(dialect);
    await this.print(FORMATS[flags.format as 'text'](changes, note ? [note] : []));
    const hasAny = changes.some((change) => change.changes.length + change.conditions.length > 0);
    if (flags['fail-on'] === 'any' ? hasAny : flags['fail-on'] === 'wider' && isWider(changes)) process.exitCode = 1;
  }

  async #sides(
    args: { old?: string | undefined; new?: string | undefined },
    since: string | undefined,
    dialect: PolicyDialect,
  ): Promise<[PolicySource[], PolicySource[]]> {
    if (since === undefined) {
      if (args.old === undefined || args.new === undefined)
        throw new UsageError('no-sides', 'two policies or folders are needed', {
          hint: 'write `vaultcheck policy diff OLD NEW`, or --since REF FOLDER',
        });
      const [old, now] = [readSide(args.old), readSide(args.new)];
      return [parsePolicies(old, dialect), parsePolicies(now, dialect)];
    }
    if (args.new !== undefined)
      throw new UsageError('two-sides', 'with --since one folder is enough', { hint: 'leave the second one out' });
    const folder = args.old ?? '.';
    if (!isFolder(folder))
      throw new UsageError('no-folder', `${folder} is no folder`, { hint: 'name the folder of the policies' });
    const old = await readPoliciesAt(folder, since, this.signal);
    const now = readSide(folder).map(({ file, text }) => ({ file: relative(folder, file), text }));
    const arePolicies = (list: PolicyText[]) =>
      list.filter(({ text }) => looksLikePolicy(parseVaultPolicy(text, { dialect })));
    return [parsePolicies(arePolicies(old), dialect), parsePolicies(arePolicies(now), dialect)];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A folder may hold no policy any more, or not yet. */
function readSide(path: string): PolicyText[] {
  try {
    return readPolicyTexts([path]);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** Policies of the two sides by name; two files alone are compared whatever they are called. */
function pairs(before: readonly PolicySource[], after: readonly PolicySource[]) {
  if (before.length === 1 && after.length === 1) return [{ name: after[0]!.policy.name, before, after }];
  const names = [...new Set([...before, ...after].map(({ policy }) => policy.name))].sort();
  const named = (list: readonly PolicySource[], name: string) => list.filter(({ policy }) => policy.name === name);
  return names.map((name) => ({ name, before: named(before, name), after: named(after, name) }));
}
