import type { Finding } from '../model/finding.ts';
import type { Target } from '../model/report.ts';

/** A place in a file of the repository, for formats that know no other. */
export interface FilePlace {
  path: string;
  line: number;
}

/** The file that stands for targets that are no files of the repository, where nothing better is known. */
const ANCHOR: FilePlace = { path: '.vaultcheck.yml', line: 1 };

/** The file that stands for findings in images and the like: the one that names the target. */
export function anchorOf(target: Target): FilePlace {
  return target.anchor ?? ANCHOR;
}

/** True where a finding is in a file of the target, and not in a layer or the like. */
export function isInFile({ origin }: Finding): boolean {
  return origin.kind === 'file';
}

/** True where the image that another one is built on brings a finding. */
export function isOfBase({ origin }: Finding): boolean {
  return (origin.kind === 'layer' || origin.kind === 'image') && origin.isBase === true;
}

/** A message that also says where, for formats that show the place of a file only. */
export function messageWithPlace(finding: Finding): string {
  return isInFile(finding) ? finding.message : `${finding.origin.path}: ${finding.message}`;
}
