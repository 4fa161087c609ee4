import { isOn, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** What is read at each use, or by people. */
const READ_EACH_TIME = /\.(?:html?|sh|py|txt|md)$/i;

export default defineRule({
  artifact: 'vault-agent',
  title: 'rendered secret that nothing reads again',
  severity: 'low',
  confidence: 'medium',
  why: 'the Agent rotates the file and the application goes on with the old value, until it fails or is restarted',
  fix: 'add an `exec` that makes the application read the file again, or restart it; or let it watch the file',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#exec-stanza'],
  *check({ data }) {
    if (isOn(settingOf(data.root, 'exit_after_auth'))) return;
    for (const { stanza } of data.templates) {
      const command = settingOf(stanza, 'command') ?? settingOf(stanzaOf(stanza, 'exec'), 'command');
      const destination = settingOf(stanza, 'destination');
      if (!destination?.value || READ_EACH_TIME.test(destination.value)) continue;
      if (command?.items.some(({ value }) => value !== '')) continue;
      yield {
        message: 'no command follows the rendering',
        range: destination.nameRange,
        paste: 'exec { command = ["/usr/bin/reload-app"] }',
      };
    }
  },
});
