import { directiveOf } from '../../src/parsers/systemd.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'systemd',
  title: 'unit that runs Vault as root',
  severity: 'medium',
  confidence: 'high',
  why: 'a weakness of Vault, or of a plugin, is then a weakness of the whole machine',
  fix: 'create a user for it and set `User=vault` and `Group=vault`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VS705'],
  cwe: [250],
  *check({ data }) {
    if (data.vaultCommand === undefined || data.isDropIn) return;
    const user = directiveOf(data, 'User');
    const isDynamic = /^(?:1|yes|true|on)$/i.test(directiveOf(data, 'DynamicUser')?.value ?? '');
    if (isDynamic || (user && !/^(?:root|0)$/.test(user.value))) return;
    const range = user?.nameRange ?? directiveOf(data, 'ExecStart')!.nameRange;
    yield { message: user ? 'User is root' : 'no User is set: Vault runs as root', range, paste: 'User=vault' };
  },
});
