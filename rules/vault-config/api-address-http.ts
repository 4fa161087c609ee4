import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that sends its clients to a plain HTTP address',
  severity: 'medium',
  confidence: 'high',
  why: 'a standby answers with this address: clients follow it and send their tokens in clear',
  fix: 'write an `https://` address in `api_addr`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#api_addr'],
  catalogue: ['VS704'],
  cwe: [319],
  *check({ data }) {
    for (const name of ['api_addr', 'redirect_addr', 'advertise_addr']) {
      const setting = settingOf(data.root, name);
      if (setting && isPlainHttp(setting.value))
        yield {
          message: `${name} is an http:// address`,
          range: setting.nameRange,
          paste: `${name} = "${setting.value!.replace(/^http:/i, 'https:')}"`,
        };
    }
  },
});
