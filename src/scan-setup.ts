import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { BASELINE_NAME, readBaseline } from './baseline-file.ts';
import { loadCatalog } from './catalog.ts';
import { type Config, NO_CONFIG, readConfig } from './config.ts';
import { pathTest } from './engine/glob.ts';
import type { NamedBaseline } from './engine/triage-findings.ts';
import { ConfigError } from './model/errors.ts';
import { ownDetectors } from './own-rules.ts';
import type { ScanOptions } from './scan.ts';

/** What the user asked for, by flags or by inputs of the Action. */
export interface ScanRequest {
  target: string;
  only?: readonly string[] | undefined;
  skip?: readonly string[] | undefined;
  /** False where nothing that lies in the target may decide. */
  readsConfig: boolean;
  /** Folder of the users' own rules. */
  rules?: string | undefined;
  /** A baseline's file; `none` for none at all. Unless told, the configuration's or the one that lies in the target. */
  baseline?: string | 'none' | undefined;
}

/** Joins what flags and the target's configuration say; flags win. @throws ConfigError */
export async function scanSetup(
  request: ScanRequest,
): Promise<Pick<ScanOptions, 'target' | 'only' | 'skip' | 'config' | 'isExcluded' | 'ownRules' | 'baseline'>> {
  const { target } = request;
  const config = request.readsConfig ? readConfig(target) : NO_CONFIG;
  const baseline = request.baseline === 'none' ? undefined : findBaseline(request, config);
  return {
    target,
    only: request.only ?? config.only,
    skip: [...config.skip, ...(request.skip ?? [])],
    config,
    isExcluded: pathTest(config.exclude),
    ownRules: await ownDetectors(request.rules, loadCatalog()),
    ...(baseline ? { baseline } : {}),
  };
}

/** Where a baseline of this target is or would be written. */
export function baselinePath(target: string, config: Config, flag?: string): string {
  return flag ?? join(target, config.baseline ?? BASELINE_NAME);
}

function findBaseline({ target, baseline: flag }: ScanRequest, config: Config): NamedBaseline | undefined {
  const path = baselinePath(target, config, flag);
  if (flag === undefined && config.baseline !== undefined) checkInside(path, target);
  const baseline = readBaseline(path, { followsLinks: flag !== undefined });
  if (baseline) return { path, baseline };
  if (flag === undefined && config.baseline === undefined) return undefined;
  throw new ConfigError('baseline-missing', `baseline ${path} is not there`, {
    hint: '`vaultcheck baseline` writes it',
  });
}

/** What the target's configuration names must lie in the target, also when a folder on the way is a link. */
function checkInside(path: string, target: string): void {
  let real: string;
  let root: string;
  try {
    real = realpathSync(path);
    root = realpathSync(target);
  } catch {
    return;
  }
  if (real.startsWith(root.endsWith(sep) ? root : root + sep)) return;
  throw new ConfigError('baseline-outside', `baseline ${path} lies outside the target`, {
    hint: 'name one with --baseline',
  });
}
