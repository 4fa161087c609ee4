import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { settingOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'node that joins its cluster over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever plays the leader at that address gets the node to join, and reads what the two exchange',
  fix: 'write an `https://` address, and name the file of the CA in `leader_ca_cert_file`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage/raft#retry_join-stanza'],
  catalogue: ['VS704'],
  cwe: [319],
  *check({ data }) {
    for (const storage of stanzasOf(data.root, 'storage', 'backend', 'ha_storage')) {
      for (const join of stanzasOf(storage, 'retry_join')) {
        const leader = settingOf(join, 'leader_api_addr');
        const scheme = settingOf(join, 'auto_join_scheme');
        if (leader && isPlainHttp(leader.value)) {
          const paste = `leader_api_addr = "${leader.value!.replace(/^http:/i, 'https:')}"`;
          yield { message: 'leader_api_addr is an http:// address', range: leader.nameRange, paste };
        }
        if (scheme?.value?.toLowerCase() === 'http')
          yield { message: 'auto_join_scheme is http', range: scheme.nameRange, paste: 'auto_join_scheme = "https"' };
      }
    }
  },
});
