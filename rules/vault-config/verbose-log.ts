import { settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that logs every detail',
  severity: 'low',
  confidence: 'high',
  why: 'at trace and debug the log tells paths, identities and internals to all who read logs, and fills the disk',
  fix: 'set `log_level = "info"`; what happened belongs into an audit device',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#log_level'],
  catalogue: ['VS704'],
  cwe: [532],
  *check({ data }) {
    const level = settingOf(data.root, 'log_level');
    if (/^(?:trace|debug)$/i.test(level?.value ?? ''))
      yield {
        message: `log_level is ${level!.value!.toLowerCase()}`,
        range: level!.nameRange,
        paste: 'log_level = "info"',
      };
  },
});
