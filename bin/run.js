#!/usr/bin/env node
// biome-ignore-all lint: written so that an old Node can read it, which ES5 does
// Written so that an old Node can read it: the check below must run before anything newer is loaded.
var wanted = [22, 22];
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < wanted[0] || (parts[0] === wanted[0] && parts[1] < wanted[1])) {
  process.stderr.write(
    'vaultcheck needs Node ' +
      wanted.join('.') +
      ' or newer, this is ' +
      process.versions.node +
      ': install a newer Node\n',
  );
  process.exit(2);
}

import('../dist/main.js').then(
  (main) => main.run(),
  (error) => {
    process.stderr.write('vaultcheck: could not be loaded (' + error.code + '): run `npm ci` again\n');
    process.exit(2);
  },
);
