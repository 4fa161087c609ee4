import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: "Vault's web interface is on",
  severity: 'info',
  confidence: 'high',
  why: 'it is one more way in for stolen passwords, and a page that is easily copied to steal them',
  fix: 'leave `ui` off where people use the command line only, or let only the network of the operators reach it',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/ui'],
  catalogue: ['VS704'],
  *check({ data }) {
    const setting = settingOf(data.root, 'ui');
    if (setting && isOn(setting)) yield { message: 'ui is on', range: setting.nameRange, paste: 'ui = false' };
  },
});
