import { modeOf, settingOf, textOf } from '../../src/parsers/stanza.ts';
import type { AgentTemplate } from '../../src/parsers/vault-config.ts';
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
    for (const template of data.templates) {
      const { stanza } = template;
      const perms = settingOf(stanza, 'perms');
      const mode = perms ? modeOf(perms) : 0o644;
      const destination = textOf(stanza, 'destination');
      // Windows has no such modes, and what is not rendered to a file has none.
      if (mode === undefined || (mode & 0o007) === 0 || !destination || /^[A-Za-z]:[\\/]/.test(destination)) continue;
      if (isPublic(template, destination)) continue;
      const message = perms
        ? 'perms lets every user read the secret'
        : 'no perms: the secret is written with mode 0644';
      yield { message, range: perms?.nameRange ?? stanza.nameRange, paste: 'perms = "0400"' };
    }
  },
});

/** A certificate without its key. */
function isPublic({ body }: AgentTemplate, destination: string): boolean {
  const fields = body?.fields.filter(({ path }) => path !== '.Data') ?? [];
  if (fields.length > 0)
    return fields.every(({ path }) => /\.(?:certificate|issuing_ca|ca_chain|Cert|CA|CAChain)$/.test(path));
  return /(?:^|[/_.-])(?:ca|certs?|chain|fullchain|certificate|ca-bundle)\.(?:pem|crt|cer)$/i.test(destination);
}
