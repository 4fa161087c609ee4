// Runs after `npm ci`: builds and expands the fixtures. Does nothing where only production packages are installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('node_modules/typescript') && existsSync('src')) {
  for (const script of ['build', 'expand']) {
    const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}
