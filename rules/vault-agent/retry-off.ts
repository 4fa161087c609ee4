import { secondsOf, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

/** Longest wait between two logins, in seconds, that an application hardly notices; Vault's default is 5 minutes. */
const LONG_BACKOFF_SECONDS = 900;

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that hardly tries again',
  severity: 'low',
  confidence: 'high',
  why: 'one restart or failover of Vault is enough to stop it, and the application starts or stays without secrets',
  fix: 'leave `num_retries` at its default of 12, `exit_on_err` off, and `max_backoff` at a few minutes',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#retry-stanza'],
  catalogue: ['VS317'],
  *check({ data }) {
    const { vault, method } = agentParts(data);
    const retries = settingOf(stanzaOf(vault, 'retry'), 'num_retries');
    if (retries?.value === '-1' || retries?.value === '1')
      yield { message: 'num_retries allows no second try', range: retries.nameRange, paste: 'num_retries = 12' };
    const backoff = settingOf(method, 'max_backoff');
    if ((secondsOf(backoff) ?? 0) > LONG_BACKOFF_SECONDS)
      yield {
        message: 'max_backoff waits long before the next login',
        range: backoff!.nameRange,
        paste: 'max_backoff = "5m"',
      };
  },
});
