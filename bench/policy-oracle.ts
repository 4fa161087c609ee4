// npm run bench:policy-oracle: a million random paths against sys/capabilities of a real Vault (`-- 20000` for fewer).
import { compareCapabilities } from '../test/docker/policy/compare.ts';
import { seeded } from '../test/docker/policy/generate.ts';
import { TestVault } from '../test/docker/policy/server.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.env.VAULTCHECK_SEED ?? Date.now() % 1_000_000);
console.log(`VAULTCHECK_SEED=${seed}`);
const vault = await TestVault.start();
try {
  const start = performance.now();
  const { paths, sets, differences } = await compareCapabilities(vault, seeded(seed), count);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${paths} paths of ${sets} sets of policies in ${seconds} s: ${differences.length} differences`);
  for (const difference of differences) console.log(JSON.stringify(difference, null, 2));
  if (differences.length > 0) process.exitCode = 1;
} finally {
  vault.stop();
}
