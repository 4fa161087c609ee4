// npm run bench:policy: 10,000 policies and 100,000 paths through the real command, and who-can over the same set.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolicyHolders } from '../src/analysis/policy-who.ts';
import { PROVEN_DIALECT } from '../src/model/policy.ts';
import { parsePolicies, readPolicyTexts } from '../src/sources/policy-files.ts';

const ROOT = join(import.meta.dirname, '..');
/** Prints what the command used when it ends. */
const METER = `data:text/javascript,process.on("exit",()=>process.stderr.write("METER"+JSON.stringify(process.resourceUsage())))`;

/** A policy as services have them: six rules, some with wildcards. */
function policy(i: number): string {
  const team = `team-${i % 200}`;
  const rules = [
    [`secret/data/${team}/app-${i}/*`, '"read"'],
    [`secret/metadata/${team}/app-${i}/*`, '"list", "read"'],
    [`secret/data/${team}/+/shared`, '"read"'],
    [`secret/data/${team}/app-${i}/admin`, '"deny"'],
    [`database/creds/app-${i}`, '"read"'],
    [`transit/encrypt/app-${i}`, '"update"'],
  ];
  return rules.map(([path, list]) => `# service ${i}\npath "${path}" {\n  capabilities = [${list}]\n}\n`).join('\n');
}

function path(i: number, policies: number): string {
  const app = i % policies;
  const ends = [
    `secret/data/team-${app % 200}/app-${app}/x/y`,
    `secret/data/team-${i % 200}/other/shared`,
    `database/creds/app-${app}`,
    `none/${i}`,
  ];
  return ends[i % 4]!;
}

function run(policies: number, paths: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-bench-'));
  try {
    for (let i = 0; i < policies; i++) writeFileSync(join(folder, `app-${i}.hcl`), policy(i));
    writeFileSync(join(folder, 'paths'), Array.from({ length: paths }, (_, i) => path(i, policies)).join('\n'));
    const args = ['policy', 'can', '--policy', folder, '--paths-from', join(folder, 'paths'), '--format', 'json'];
    const child = spawnSync(process.execPath, ['--import', METER, join(ROOT, 'bin/run.js'), ...args], {
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
    });
    const answers = JSON.parse(child.stdout).answers as unknown[];
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(child.stderr.slice(child.stderr.indexOf('METER') + 5));
    const holders = new PolicyHolders(parsePolicies(readPolicyTexts([folder]), PROVEN_DIALECT));
    const ask = (what: string) => {
      const start = performance.now();
      const found = holders.whoCan(what).length;
      return `${found} in ${(performance.now() - start).toFixed(0)} ms`;
    };
    const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
    console.log(
      `${policies} policies, ${answers.length} paths: ${cpu} s CPU, ${(maxRSS / 1024).toFixed(0)} MB; ` +
        `who-can a path: ${ask('secret/data/team-7/app-7/x')}; who-can a pattern: ${ask('secret/data/team-7/*')}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const policies of [100, 1000, 10_000]) run(policies, 100_000);
