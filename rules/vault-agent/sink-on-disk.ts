import { labelOf, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

/**
 * Folders that outlive the container or the boot, or that everybody shares, and paths relative to wherever the Agent was
 * started. `/run` and `/dev/shm` are memory, and so are `/vault/secrets` and `/home/vault` where Kubernetes injects an Agent.
 */
const ON_DISK =
  /^(?:\/(?:etc|var\/(?:lib|tmp|log|opt|cache)|opt|root|srv|data|usr|mnt|tmp|app|vault(?!\/secrets\/)|vault-agent|home\/(?!vault\/)[^/]+)\/|\.{1,2}\/|[\w-]+\/|[\w.-]+$|~\/)/;

export default defineRule({
  artifact: 'vault-agent',
  title: "Agent's token kept on disk in clear",
  severity: 'low',
  confidence: 'medium',
  why: 'the token lies in backups, snapshots and volumes, where whoever finds it is the application',
  fix: 'write it to a tmpfs such as /run, or set `wrap_ttl`, or `dh_type` and `dh_path`, so that the file is no token',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth#response-wrapping-tokens'],
  catalogue: ['VS312'],
  cwe: [312],
  *check({ data }) {
    const { sinks, method } = agentParts(data);
    if (settingOf(method, 'wrap_ttl')) return;
    for (const sink of sinks) {
      if (labelOf(sink) !== 'file' || settingOf(sink, 'wrap_ttl') || settingOf(sink, 'dh_type')) continue;
      const path = settingOf(stanzaOf(sink, 'config'), 'path');
      if (!path?.value || !ON_DISK.test(path.value)) continue;
      const name = path.value.slice(path.value.lastIndexOf('/') + 1);
      yield {
        message: 'the token is written to disk in clear',
        range: path.nameRange,
        paste: `path = "/run/vault/${name}"`,
      };
    }
  },
});
