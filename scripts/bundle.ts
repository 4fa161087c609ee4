import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The Action as one file, the same on every machine. */
export async function bundleAction(): Promise<string> {
  const result = await build({
    entryPoints: ['src/action.ts'],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    define: { VAULTCHECK_VERSION: JSON.stringify(version) },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return `${result.outputFiles[0]!.text.trimEnd()}\n`;
}
