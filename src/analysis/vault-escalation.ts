import type { Capability } from '../model/policy.ts';
import type { Permissions } from './permissions.ts';

/** Something that makes its holder as mighty as root, and the requests that do it. */
interface Escalation {
  what: string;
  /** Paths of which one is enough; `probe` stands for a name that no policy singles out by accident. */
  paths: readonly string[];
  /** All of them are needed. */
  capabilities: readonly Capability[];
}

const ESCALATIONS: readonly Escalation[] = [
  { what: 'may write any policy', paths: ['sys/policies/acl/probe', 'sys/policy/probe'], capabilities: ['update'] },
  {
    what: 'may give any policy to any identity',
    paths: ['identity/entity/id/probe', 'identity/entity/name/probe', 'identity/group/id/probe', 'identity/group'],
    capabilities: ['update'],
  },
  {
    what: 'may make tokens with any policy',
    paths: ['auth/token/create', 'auth/token/create-orphan'],
    capabilities: ['update', 'sudo'],
  },
  { what: 'may write the raw storage', paths: ['sys/raw/probe'], capabilities: ['update', 'sudo'] },
];

/** How a set of policies comes to everything that root may do, in words; undefined where it does not. */
export function rootEquivalence(permissions: Permissions): string | undefined {
  const holds = (path: string, needed: readonly Capability[]) => {
    const { capabilities } = permissions.capabilities(path);
    return needed.every((capability) => capabilities.includes(capability));
  };
  return ESCALATIONS.find(({ paths, capabilities }) => paths.some((path) => holds(path, capabilities)))?.what;
}
