import { isInternalHost, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'Vault answers at a public address',
  severity: 'high',
  confidence: 'high',
  why: 'everybody on the internet can try credentials and the next weakness of Vault',
  fix: 'let Vault listen on private addresses only, and let clients come by a private network',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA011'],
  cwe: [668],
  *check({ data }) {
    for (const { address, resolved, answers } of data.nodes) {
      if (!answers.some(({ status }) => status > 0)) continue;
      const open = resolved.filter((host) => !isLoopbackHost(host) && !isInternalHost(host.toLowerCase()));
      if (open.length > 0) yield about(address, `Vault answers at the public address ${open.join(', ')}`);
    }
  },
});
