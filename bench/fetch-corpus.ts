import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Unpacked Go modules: 33,084 files of Go, YAML, JSON, JavaScript and documents. */
const MODULES = [
  'github.com/hashicorp/vault@v1.21.0',
  'k8s.io/kubernetes@v1.33.0',
  'github.com/prometheus/prometheus@v0.300.0',
  'github.com/hashicorp/consul@v1.21.0',
  'github.com/argoproj/argo-cd/v2@v2.14.0',
];

const target = process.argv[2];
if (!target) {
  console.error('name the folder to fill: `npm run bench:corpus -- DIR`');
  process.exit(2);
}
mkdirSync(target, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'vaultcheck-corpus-'));
writeFileSync(join(work, 'go.mod'), 'module corpus\n');
for (const module of MODULES) {
  const answer = execFileSync('go', ['mod', 'download', '-json', module], { cwd: work, encoding: 'utf8' });
  const { Dir } = JSON.parse(answer);
  cpSync(Dir, join(target, `${MODULES.indexOf(module)}-${basename(Dir)}`), { recursive: true });
  console.log(module);
}
rmSync(work, { recursive: true });
