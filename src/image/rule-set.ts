import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../package-folder.ts';
import { VERSION } from '../version.ts';

/** Folders of the package whose code decides what is found in a layer: what was built, or the sources. */
const DECIDING = import.meta.dirname.startsWith(join(PACKAGE_FOLDER, 'dist')) ? ['dist'] : ['src', 'rules'];

/** A hash of everything that decides what is found in a layer: the program's own code, and what the user configured. */
export function ruleSetHash(options: object): string {
  const hash = createHash('sha256').update(JSON.stringify([VERSION, process.versions.node, options]));
  for (const folder of DECIDING) {
    const path = join(PACKAGE_FOLDER, folder);
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:js|ts|wasm|json)$/.test(name) || name.endsWith('.d.ts')) continue;
      hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
}
