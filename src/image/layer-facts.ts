import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';

/** A file of a layer that a rule over images looks at. */
export interface NotableFile {
  path: string;
  /** Such as `environment file` or `git repository`. */
  what: string;
  /** True where files of this name often hold no secret. */
  isUnsure?: boolean;
  mode: number;
  uid: number;
  sizeBytes: number;
  /** Of Vault's program or package, where it could be told. */
  version?: string;
}

/** All that is known of one layer by itself, whatever image it is in; plain data, and no secret in it. */
export interface LayerFacts {
  /** Paths are those inside the layer. */
  findings: Finding[];
  problems: Problem[];
  coverage: { files: number; bytes: number; binary: number };
  notable: NotableFile[];
  /** Paths that the layer takes away from the layers below. */
  whiteouts: string[];
  /** Folders of which the layer hides all that the layers below put there. */
  opaque: string[];
  /** Other names of files that something was found in. */
  links: { path: string; target: string }[];
  /** Hashes of all paths that the layer writes, sorted, for telling which files of lower layers it replaces. */
  paths: Float64Array;
}

/** A hash of 52 bits: two of them that are equal by chance would only say `replaced` of a finding. */
export function pathHash(path: string): number {
  let high = 0x811c9dc5;
  let low = 0x9e3779b1;
  for (let i = 0; i < path.length; i++) {
    const char = path.charCodeAt(i);
    high = Math.imul(high ^ char, 0x01000193);
    low = Math.imul(low ^ char, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return ((high >>> 0) & 0xfffff) * 0x1_0000_0000 + (low >>> 0);
}

/** True where a layer writes a file of this path. */
export function writesPath(facts: Pick<LayerFacts, 'paths'>, path: string): boolean {
  const hash = pathHash(path);
  const { paths } = facts;
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (paths[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return paths[low] === hash;
}
