import { isOff, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'SecretID left on disk after the login',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever reads the file later, or a backup of it, logs in as this application',
  fix: 'leave `remove_secret_id_file_after_reading` at its default, true, and hand over a new SecretID for each start',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/approle'],
  catalogue: ['VS304'],
  cwe: [522],
  *check({ data }) {
    const { login } = agentParts(data);
    const setting = settingOf(login, 'remove_secret_id_file_after_reading');
    if (setting && isOff(setting) && settingOf(login, 'secret_id_file_path'))
      yield {
        message: 'remove_secret_id_file_after_reading is off',
        range: setting.nameRange,
        paste: 'remove_secret_id_file_after_reading = true',
      };
  },
});
