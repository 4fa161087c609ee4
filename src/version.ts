import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from './package-folder.ts';

declare const VAULTCHECK_VERSION: string | undefined;

/** Version of the package; what is built has it built in. */
export const VERSION: string =
  typeof VAULTCHECK_VERSION === 'string'
    ? VAULTCHECK_VERSION
    : JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')).version;
