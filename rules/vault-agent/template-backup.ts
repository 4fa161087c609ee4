import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'old secret kept beside the new one',
  severity: 'medium',
  confidence: 'high',
  why: 'each rotation leaves the secret before it in a `.bak` file that nobody watches',
  fix: 'take `backup` out: its default is false, and Vault keeps the versions',
  references: ['https://github.com/hashicorp/consul-template/blob/main/docs/configuration.md#templates'],
  catalogue: ['VS309'],
  cwe: [312],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const backup = settingOf(stanza, 'backup');
      if (backup && isOn(backup))
        yield { message: 'backup keeps the secret before', range: backup.nameRange, paste: 'backup = false' };
    }
  },
});
