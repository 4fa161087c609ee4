import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'Vault answers over plain HTTP',
  severity: 'critical',
  confidence: 'high',
  why: 'every token and every secret passes readable: whoever sits on the way takes both',
  fix: 'give the listener a certificate (`tls_cert_file`, `tls_key_file`) and remove `tls_disable`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA001'],
  cwe: [319],
  *check({ data }) {
    for (const { address, servesPlainHttp } of data.nodes)
      if (servesPlainHttp)
        yield about(address, 'Vault answers over plain HTTP', isLoopbackHost(hostOf(address)) ? 'medium' : 'critical');
  },
});
