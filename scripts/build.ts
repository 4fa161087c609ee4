// Builds the program into dist/: few files, since reading a thousand modules is most of a small scan's time.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'src/main.ts',
    commands: 'src/commands/index.ts',
    worker: 'src/worker-entry.ts',
    'layer-worker': 'src/layer-worker-entry.ts',
  },
  absWorkingDir: ROOT,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node22.22',
  define: { VAULTCHECK_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
