import { Flags } from '@oclif/core';
import type { Identity } from './analysis/policy-template.ts';
import { UsageError } from './model/errors.ts';
import { type PolicyDialect, PROVEN_DIALECT } from './model/policy.ts';
import { dialectFacts } from './model/policy-dialect.ts';
import { readText } from './sources/policy-files.ts';

/** Version of OpenBao that is meant where none is named. */
const OPENBAO_VERSION = '2.4.0';

/** Flags of every command about policies. */
export const POLICY_FLAGS = {
  'vault-version': Flags.string({
    description: `version that the policies are for (default ${PROVEN_DIALECT.version})`,
    helpGroup: 'DIALECT',
  }),
  flavour: Flags.string({
    options: ['vault', 'openbao'],
    default: 'vault',
    description: 'Vault or OpenBao',
    helpGroup: 'DIALECT',
  }),
};

/** The dialect that the flags name. @throws UsageError for a version that is none */
export function dialectOf(flags: { 'vault-version'?: string | undefined; flavour: string }): PolicyDialect {
  const flavour = flags.flavour === 'openbao' ? 'openbao' : 'vault';
  const version = flags['vault-version'] ?? (flavour === 'openbao' ? OPENBAO_VERSION : PROVEN_DIALECT.version);
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(version);
  if (!match)
    throw new UsageError('bad-version', `${JSON.stringify(version)} is no version`, {
      hint: 'write it as 1.21.0',
    });
  return { flavour, version: `${match[1]}.${match[2]}.${match[3] ?? 0}` };
}

/** What has to be said about answers for a dialect that no server has confirmed. */
export function unprovenNote(dialect: PolicyDialect): string | undefined {
  if (dialectFacts(dialect).isProven) return undefined;
  const name = dialect.flavour === 'openbao' ? 'OpenBao' : 'Vault';
  return `unproven for ${name} ${dialect.version}: what differs from Vault ${PROVEN_DIALECT.version} comes from documents, and no such server has answered`;
}

/** The identity that a JSON file holds. @throws UsageError when it holds none */
export function readIdentity(file: string): Identity {
  const text = readText(file, 'identity');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError('bad-identity', `identity ${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const isObject = (item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item);
  const { entity, groups, ...rest } = (isObject(value) ? value : { '': value }) as Record<string, unknown>;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined || (entity !== undefined && !isObject(entity)) || !areGroups(groups))
    throw new UsageError(
      'bad-identity',
      `identity ${file} is not as expected${unknown ? `: unknown key ${unknown}` : ''}`,
      {
        hint: 'write {"entity": {"id": "...", "name": "...", "metadata": {}, "aliases": []}, "groups": [{"name": "..."}]}',
      },
    );
  return { ...(entity ? { entity } : {}), ...(groups ? { groups } : {}) } as Identity;
}

function areGroups(groups: unknown): boolean {
  return groups === undefined || (Array.isArray(groups) && groups.every((group) => typeof group === 'object' && group));
}

/** Paths to ask about, from flags and from a file with one path a line. @throws UsageError */
export function readPaths(flags: { path?: string[] | undefined; 'paths-from'?: string | undefined }): string[] {
  const named = flags.path ?? [];
  if (named.includes(''))
    throw new UsageError('empty-path', 'a path is empty', { hint: 'write --path secret/data/app' });
  const from = flags['paths-from'];
  const listed =
    from === undefined
      ? []
      : readText(from, 'list of paths')
          .split(/\r?\n/)
          .filter((line) => line !== '');
  if (named.length + listed.length > 0) return [...named, ...listed];
  throw new UsageError('no-path', from === undefined ? 'no path is given' : `${from} holds no path`, {
    hint: 'add --path secret/data/app, or --paths-from FILE with one path a line',
  });
}
