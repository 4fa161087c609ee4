import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the package: the nearest above this module that has a package.json. Sources and build differ in depth. */
export const PACKAGE_FOLDER = findPackageFolder(import.meta.dirname);

/** The URL of a file that `npm run build` made. */
export function builtFile(name: string): URL {
  return pathToFileURL(join(PACKAGE_FOLDER, 'dist', name));
}

function findPackageFolder(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder;
  }
}
