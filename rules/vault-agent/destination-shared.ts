import { settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Folders that everybody shares, and folders that web servers serve. */
const SHARED =
  /^\/(?:var\/)?tmp\/|^\/(?:var\/www|usr\/share\/nginx\/html|srv\/(?:www|http)|usr\/local\/apache2\/htdocs)\//;

export default defineRule({
  artifact: 'vault-agent',
  title: 'secret rendered into a folder that others share',
  severity: 'medium',
  confidence: 'high',
  why: 'every user of the machine reaches the file, or a web server hands it to the world',
  fix: 'render into a tmpfs that only the Agent and the application mount, such as /run/app',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template'],
  catalogue: ['VS320'],
  cwe: [377],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const destination = settingOf(stanza, 'destination');
      if (!destination?.value || !SHARED.test(destination.value)) continue;
      const name = destination.value.slice(destination.value.lastIndexOf('/') + 1);
      const range = destination.nameRange;
      yield { message: 'the destination lies in a shared folder', range, paste: `destination = "/run/app/${name}"` };
    }
  },
});
