import { isOn, settingOf, stanzaOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Settings of a listener's stanzas that open an endpoint to everybody. */
const OPENERS = [
  ['profiling', 'unauthenticated_pprof_access'],
  ['inflight_requests_logging', 'unauthenticated_in_flight_requests_access'],
] as const;

export default defineRule({
  artifact: 'vault-server',
  title: 'internals of Vault that answer without a login',
  severity: 'medium',
  confidence: 'high',
  why: 'anybody reads profiles and requests of the running server, slows it down, or takes part in a new root token',
  fix: 'take the setting out: the endpoints then ask for a token',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#profiling-parameters'],
  catalogue: ['VS704'],
  cwe: [306],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, 'listener')) {
      for (const [stanza, name] of OPENERS) {
        const setting = settingOf(stanzaOf(listener, stanza), name);
        if (setting && isOn(setting))
          yield { message: `${name} is on`, range: setting.nameRange, paste: `${name} = false` };
      }
    }
    // Since 2.0 generating a root token and rekeying ask for a token unless they are listed here.
    const open = settingOf(data.root, 'enable_unauthenticated_access');
    if (open?.items.some(({ value }) => value !== ''))
      yield { message: 'enable_unauthenticated_access lists endpoints', range: open.nameRange };
  },
});
