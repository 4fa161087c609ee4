import { localConfigs, vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault whose memory may be written to swap',
  severity: 'low',
  confidence: 'medium',
  why: 'who gets at the disk of the host reads keys and secrets from its swap',
  fix: 'add `cap_add: [IPC_LOCK]` and take SKIP_SETCAP out; with raft storage the documentation prefers `"disable_mlock": true` on a host without swap',
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration#disable_mlock',
    'https://hub.docker.com/r/hashicorp/vault',
  ],
  catalogue: ['VS407'],
  cwe: [591],
  *check({ data }) {
    for (const service of vaultServers(data)) {
      const configs = localConfigs(service, data);
      // From 2.0 on the image has no capability to lock memory.
      const isNew = /:v?(?:[2-9]|\d\d)\./.test(service.image?.value ?? '');
      const mayLock =
        service.capAdd.some(({ value }) => /^(?:CAP_)?(?:IPC_LOCK|ALL)$/i.test(value)) || service.privileged;
      if (
        isNew ||
        mayLock ||
        service.isExtending ||
        configs.some(({ data: { disable_mlock } }) => disable_mlock !== undefined)
      )
        continue;
      const skip = service.variables.find(({ name, value }) => name === 'SKIP_SETCAP' && value !== '');
      const range = skip?.nameRange ?? configs[0]?.range;
      if (range)
        yield { message: `service ${service.name} may not lock its memory`, range, paste: 'cap_add: [IPC_LOCK]' };
    }
  },
});
