import { modeOf, settingOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'rendered secret that every user may read',
  severity: 'medium',
  confidence: 'high',
  why: 'without `perms` the Agent writes mode 0644: every process that sees the folder reads the secret',
  fix: 'set `perms` to 0400, or to 0440 with a group of its own',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#template-stanza'],
  catalogue: ['VS308'],
  cwe: [732],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const perms = settingOf(stanza, 'perms');
      const mode = perms ? modeOf(perms) : 0o644;
      const destination = settingOf(stanza, 'destination')?.value;
      // Windows has no such modes, and what is not rendered to a file has none.
      if (mode === undefined || (mode & 0o007) === 0 || !destination || /^[A-Za-z]:[\\/]/.test(destination)) continue;
      const message = perms
        ? 'perms lets every user read the secret'
        : 'no perms: the secret is written with mode 0644';
      yield { message, range: perms?.nameRange ?? stanza.nameRange, paste: 'perms = "0400"' };
    }
  },
});
