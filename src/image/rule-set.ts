import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../version.ts';

/** Folders of the program, from `src`, whose code decides what is found in a layer. */
const DECIDING = ['model', 'parsers', 'analysis', 'engine', 'sources', 'image', '../rules'];

/** A hash of everything that decides what is found in a layer: the program's own code, and what the user configured. */
export function ruleSetHash(options: object): string {
  const hash = createHash('sha256').update(JSON.stringify([VERSION, process.versions.node, options]));
  const root = join(import.meta.dirname, '..');
  for (const folder of DECIDING) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:js|ts|wasm|json)$/.test(name) || name.endsWith('.d.ts')) continue;
      hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
}
