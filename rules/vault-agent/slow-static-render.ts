import { secondsOf, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

/** Vault's default, in seconds. */
const DEFAULT_SECONDS = 300;

export default defineRule({
  artifact: 'vault-agent',
  title: 'changed KV secrets that reach the application late',
  severity: 'low',
  confidence: 'medium',
  why: 'a password that was changed after a leak stays in use until the next look, and logins fail meanwhile',
  fix: 'leave `static_secret_render_interval` at its default of 5 minutes or below',
  references: [
    'https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#static_secret_render_interval',
  ],
  catalogue: ['VS321'],
  *check({ data }) {
    const interval = settingOf(agentParts(data).templateConfig, 'static_secret_render_interval');
    if ((secondsOf(interval) ?? 0) > DEFAULT_SECONDS)
      yield {
        message: `static_secret_render_interval is ${interval!.value}`,
        range: interval!.nameRange,
        paste: 'static_secret_render_interval = "5m"',
      };
  },
});
