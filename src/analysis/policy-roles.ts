import type { VaultPolicy } from '../model/policy.ts';
import type { Range } from '../model/region.ts';
import type { ShellScript } from '../model/shell.ts';
import type { PolicySource } from './permissions.ts';
import { fieldOf, vaultCalls } from './vault-cli.ts';

/** Something that hands out tokens with policies: a role, a user, a token that a script makes. */
export interface PolicyRole {
  /** `auth/approle/role/frontend`. */
  name: string;
  /** Names of its policies, in lower case. */
  policies: string[];
  /** The file that it stands in, and where. */
  path: string;
  range: Range;
}

/** A file of a project and what it holds. */
interface In<T> {
  path: string;
  data: T;
}

/** Paths of the API that hold a list of policies. */
const ROLE_PATH = /^auth\/[^/]+\/(?:role|roles|users|groups|certs|map\/[^/]+)\/[^/]+$/;

/** Policies that Vault brings. */
const BUILT_IN = new Set(['default', 'root', 'response-wrapping', 'control-group']);

/** Roles, users and tokens that scripts make, with their policies; what only a run would tell is left out. */
export function rolesIn(scripts: readonly In<ShellScript>[]): PolicyRole[] {
  return scripts.flatMap(({ path, data }) =>
    vaultCalls(data).flatMap((call): PolicyRole[] => {
      const field = fieldOf(call, 'token_policies', 'policies');
      const flag = call.verb === 'token create' ? call.flags.get('policy') : undefined;
      const named = call.verb === 'write' && ROLE_PATH.test(call.path) ? field : flag;
      if (!named || /[$`]/.test(named.value + call.path)) return [];
      const policies = named.value
        .replace(/[[\]"']/g, '')
        .split(',')
        .map((name) => name.trim().toLowerCase());
      const name = flag === named ? 'token' : call.path;
      return [{ name, policies: policies.filter((policy) => policy !== ''), path, range: named.word.range }];
    }),
  );
}

/** Policies by the names that scripts write them under, and by the names of their files. */
export function namedPolicies(
  policies: readonly In<VaultPolicy>[],
  scripts: readonly In<ShellScript>[],
): Map<string, PolicySource> {
  const byName = new Map(policies.map(({ path, data }) => [data.name, { file: path, policy: data }]));
  for (const { data } of scripts) {
    for (const { verb, args } of vaultCalls(data)) {
      const [name, file] = args.map(({ text }) => text);
      if (verb !== 'policy write' || name === undefined || file === undefined) continue;
      const found = policies.find(
        ({ path }) => path === file || path.endsWith(`/${file.replace(/^(?:\.{0,2}\/)+/, '')}`),
      );
      if (found)
        byName.set(name.toLowerCase(), { file: found.path, policy: { ...found.data, name: name.toLowerCase() } });
    }
  }
  return byName;
}

/** Names of policies that no file and no script defines. */
export function undefinedPolicies({ policies }: PolicyRole, known: ReadonlyMap<string, unknown>): string[] {
  return policies.filter((name) => !known.has(name) && !BUILT_IN.has(name));
}

/** A token that holds all policies at once. */
export function allTogether(known: ReadonlyMap<string, PolicySource>): PolicyRole {
  return { name: 'one token', policies: [...known.keys()], path: '', range: { start: 0, end: 0 } };
}
