import { readFileSync } from 'node:fs';

declare const VAULTCHECK_VERSION: string | undefined;

/** Version of the package; a bundle has it built in. */
export const VERSION: string =
  typeof VAULTCHECK_VERSION === 'string' ? VAULTCHECK_VERSION : readPackageVersion(import.meta.url);

/** Looks in the folders above: the sources and the build lie at different depths. */
function readPackageVersion(from: string): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      return JSON.parse(readFileSync(new URL(up, from), 'utf8')).version;
    } catch {
      // not at this depth
    }
  }
  throw new Error('package.json of vaultcheck not found');
}
