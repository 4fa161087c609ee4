import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Urls = Record<'issuing_certificates' | 'crl_distribution_points' | 'ocsp_servers', string[] | null | undefined>;

export default defineRule({
  artifact: 'vault',
  reads: ['pki-crl', 'pki-urls', 'pki-auto-tidy'],
  title: 'revoked certificates stay good for clients',
  severity: 'medium',
  confidence: 'high',
  why: 'clients find no list of what is revoked, or an old one',
  fix: 'set `auto_rebuild=true` in config/crl, the addresses in config/urls, and tidying in config/auto-tidy',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/pki/considerations'],
  catalogue: ['VA105'],
  cwe: [299],
  *check({ data }) {
    for (const { path, data: crl } of answersOf<{ disable?: boolean; auto_rebuild?: boolean }>(data, 'pki-crl')) {
      if (crl.disable) yield about(path, 'the list of revoked certificates is off');
      else if (crl.auto_rebuild === false)
        yield about(path, 'the list of revoked certificates is not rebuilt by itself', 'low');
    }
    for (const { path, data: urls } of answersOf<Urls>(data, 'pki-urls'))
      if (!urls.crl_distribution_points?.length && !urls.ocsp_servers?.length)
        yield about(path, 'certificates do not say where revocation is told', 'low');
    for (const { path, data: tidy } of answersOf<{ enabled?: boolean }>(data, 'pki-auto-tidy'))
      if (tidy.enabled === false) yield about(path, 'ended certificates are not tidied away', 'low');
  },
});
