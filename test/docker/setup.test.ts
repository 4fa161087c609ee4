import { describe, expect, test } from 'vitest';
import { docker, TEST_LABEL } from './setup/docker.ts';
import { ensureBusybox, ensureVault } from './setup/images.ts';
import { VAULT_VERSION } from './setup/vault.ts';
import { startDevVault } from './setup/vault-container.ts';

describe('the parts that tests run against are real', () => {
  const run = (...args: string[]) => docker(['run', '--rm', '--network', 'none', '--label', TEST_LABEL, ...args]);

  test('a shell in a container', () => {
    expect(run(ensureBusybox(), 'sh', '-c', 'echo $((6 * 7))')).toBe('42\n');
  });

  test('Vault in a container', () => {
    expect(run(ensureVault(), 'version')).toContain(`Vault v${VAULT_VERSION}`);
  });

  test('a Vault that answers', async () => {
    const vault = await startDevVault();
    try {
      await vault.request('POST', 'secret/data/a', { body: { data: { b: 'c' } } });
      expect((await vault.request('GET', 'secret/data/a')).body.data.data).toEqual({ b: 'c' });
      expect((await vault.request('GET', 'secret/data/a', { token: 'wrong' })).status).toBe(403);
    } finally {
      vault.stop();
    }
  });
});
