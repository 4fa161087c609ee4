import { ensureDocker, sweep } from './docker.ts';
import { ensureBusybox, ensureVault } from './images.ts';

/** Before the container tests: Docker, the images, and nothing left of earlier runs. After them: the same. */
export default async function setup(): Promise<() => void> {
  await ensureDocker();
  sweep();
  ensureBusybox();
  ensureVault();
  return sweep;
}
