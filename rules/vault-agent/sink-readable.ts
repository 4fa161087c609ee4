import { labelOf, modeOf, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'token file that others than its owner may read',
  severity: 'low',
  confidence: 'high',
  why: 'the sink writes the token with mode 0640 unless told: whoever reads the file has every right of the Agent',
  fix: 'set `mode = 0600` (a number, not a text) in the `config` of the sink',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/sinks/file'],
  catalogue: ['VS312'],
  cwe: [732],
  *check({ data }) {
    for (const sink of agentParts(data).sinks) {
      if (labelOf(sink) !== 'file') continue;
      const config = stanzaOf(sink, 'config');
      const setting = settingOf(config, 'mode');
      if (setting && !setting.isBare) {
        yield { message: 'mode is a text, which the Agent refuses', range: setting.nameRange, paste: 'mode = 0600' };
        continue;
      }
      const mode = setting ? modeOf(setting) : 0o640;
      if (mode === undefined || (mode & 0o077) === 0) continue;
      const isOpen = (mode & 0o007) !== 0;
      yield {
        message: setting ? 'mode lets others read the token' : 'no mode: the token is written with mode 0640',
        range: setting?.nameRange ?? sink.nameRange,
        paste: 'mode = 0600',
        ...(isOpen ? { severity: 'medium' as const } : {}),
      };
    }
  },
});
