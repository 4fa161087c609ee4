import { mountsOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['mounts', 'auth'],
  title: 'a mount does not say what it is for',
  severity: 'info',
  confidence: 'high',
  why: 'nobody dares to remove it, and nobody looks after it',
  fix: '`vault secrets tune -description=... PATH`',
  references: ['https://developer.hashicorp.com/vault/docs/commands/secrets/tune'],
  catalogue: ['VA110'],
  cwe: [1059],
  *check({ data }) {
    const own = [...mountsOf(data, 'mounts'), ...mountsOf(data, 'auth')];
    for (const { path, mount } of own)
      if (mount.description === '' && !/^(?:cubbyhole|identity|system|token|ns_.*)$/.test(mount.type))
        yield about(path, 'the mount has no description');
  },
});
