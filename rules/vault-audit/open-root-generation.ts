import { openNodes } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['generate-root', 'rekey', 'rekey-recovery'],
  title: 'root generation and rekeying are open to all',
  severity: 'high',
  confidence: 'high',
  why: 'anybody can start one and so block it for those who need it (CVE-2026-5807), and whoever holds enough shares makes a root token without another right',
  fix: "upgrade to Vault 2.0 or OpenBao 2.5.3, which ask for a token, and leave `enable_unauthenticated_access` unset; older releases can't close it: keep them from the network",
  references: [
    'https://discuss.hashicorp.com/c/security/52',
    'https://developer.hashicorp.com/vault/api-docs/system/generate-root',
  ],
  catalogue: ['VA015'],
  cwe: [306],
  *check({ data }) {
    const isOld = data.flavour !== 'openbao' && /^v?[01]\./.test(data.serverVersion ?? '');
    for (const { address } of data.nodes) {
      const open = (['generate-root', 'rekey', 'rekey-recovery'] as const).filter((read) =>
        openNodes(data, read).some((node) => node.address === address),
      );
      if (open.length === 0) continue;
      const what = open.map((read) => (read === 'generate-root' ? 'root generation' : 'rekeying'));
      yield about(address, `${[...new Set(what)].join(' and ')} ask for no token`, isOld ? 'low' : 'high');
    }
  },
});
