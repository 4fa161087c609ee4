import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'address at which the other nodes do not find this one',
  severity: 'low',
  confidence: 'high',
  why: 'the node tells the others its loopback address: no second one can join, and the loss of this one stops Vault',
  fix: 'set `cluster_addr` to the address of this node that the others reach, port 8201',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#cluster_addr'],
  catalogue: ['VS704'],
  *check({ data }) {
    const setting = settingOf(data.root, 'cluster_addr');
    const isJoining = stanzaOf(stanzaOf(data.root, 'storage', 'backend'), 'retry_join') !== undefined;
    if (setting?.value && isJoining && isLoopbackHost(hostOf(setting.value)))
      yield {
        message: 'cluster_addr is a loopback address',
        range: setting.nameRange,
        paste: 'cluster_addr = "https://vault-1.example.com:8201"',
      };
  },
});
