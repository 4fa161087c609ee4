import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'endpoint that reads and writes raw storage',
  severity: 'medium',
  confidence: 'high',
  why: 'a token with `sys/raw` reads every secret and rewrites policies past all rules of the engines',
  fix: 'take `raw_storage_endpoint` out, and switch it on for the time of a repair only',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#raw_storage_endpoint'],
  catalogue: ['VS704'],
  cwe: [489],
  *check({ data }) {
    for (const name of ['raw_storage_endpoint', 'enable_raw_endpoint', 'introspection_endpoint']) {
      const setting = settingOf(data.root, name);
      if (setting && isOn(setting))
        yield { message: `${name} is on`, range: setting.nameRange, paste: `${name} = false` };
    }
  },
});
