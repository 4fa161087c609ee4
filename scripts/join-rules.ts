import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const DIST = join(import.meta.dirname, '../dist');

/** Everything outside of the rules stays a module of its own, which the rest of the program shares. */
const outside: Plugin = {
  name: 'outside',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ importer, path }) => {
      const file = resolve(dirname(importer), path);
      if (importer === '' || file.startsWith(join(DIST, 'rules/'))) return undefined;
      return { path: relative(join(DIST, 'rules'), file), external: true };
    });
  },
};

// Hundreds of small modules take longer to find and load than all of them take to run: the build joins them to one.
await build({
  entryPoints: [join(DIST, 'rules/index.js')],
  outfile: join(DIST, 'rules/index.js'),
  allowOverwrite: true,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node22',
  plugins: [outside],
});
