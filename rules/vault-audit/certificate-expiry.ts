import { daysBetween } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'the certificate of Vault has expired, or is about to',
  severity: 'high',
  confidence: 'high',
  why: 'once it has, every client that checks it is cut off, and what depends on Vault stops',
  fix: 'renew it and reload Vault (`kill -HUP`); let the next one be renewed by machine',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_cert_file'],
  catalogue: ['VA006'],
  cwe: [298, 324],
  *check({ data }) {
    if (data.nodes.every(({ tls }) => !tls?.certificate)) return yield notTestable('no node showed a certificate');
    for (const { address, tls } of data.nodes) {
      const end = tls?.certificate?.notAfter;
      const days = end === undefined ? undefined : daysBetween(data.takenAt, end);
      if (days === undefined || days >= 30) continue;
      if (days < 0) yield about(address, `the certificate has expired ${-days} d ago`, 'critical');
      else yield about(address, `the certificate expires in ${days} d`, days < 7 ? 'high' : 'medium');
    }
  },
});
