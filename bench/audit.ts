// npm run bench:audit: 200 policies, 200 roles and 50 mounts on a Vault in dev mode, through the real command. Wants
// VAULT_ADDR and VAULT_TOKEN of a Vault that may be filled: it writes to it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** Prints what the command used when it ends. */
const METER = `data:text/javascript,process.on("exit",()=>process.stderr.write("METER"+JSON.stringify(process.resourceUsage())))`;
const { VAULT_ADDR: address, VAULT_TOKEN: token } = process.env;
if (!address || !token) throw new Error('set VAULT_ADDR and VAULT_TOKEN to a Vault that may be filled');

async function write(path: string, body: object): Promise<void> {
  const headers = { 'X-Vault-Token': token! };
  const response = await fetch(`${address}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok && !(await response.text()).includes('already in use'))
    throw new Error(`${path}: ${response.status}`);
}

await write('sys/auth/approle', { type: 'approle' });
for (let i = 0; i < 50; i++) await write(`sys/mounts/bench-${i}`, { type: 'kv', options: { version: '2' } });
for (let i = 0; i < 200; i++) {
  await write(`sys/policies/acl/bench-${i}`, { policy: `path "secret/data/app-${i}/*" { capabilities = ["read"] }` });
  await write(`auth/approle/role/bench-${i}`, { token_policies: `bench-${i}`, token_ttl: '20m' });
}
const start = performance.now();
const run = spawnSync(
  process.execPath,
  ['--import', METER, join(ROOT, 'bin/run.js'), 'audit', '--no-config', '--format', 'json'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
const seconds = (performance.now() - start) / 1000;
const { maxRSS } = JSON.parse(run.stderr.split('METER')[1]!);
const { answers } = JSON.parse(run.stdout).summary;
console.log(`${answers} answers in ${seconds.toFixed(1)} s, ${Math.round(maxRSS / 1024)} MB`);
