import { settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that logs every detail',
  severity: 'low',
  confidence: 'high',
  why: 'paths, roles and addresses of all secrets go to the logs, which more people read than Vault',
  fix: 'set `log_level = "info"`, and raise it for the time of a search only',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#log_level'],
  catalogue: ['VS319'],
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
