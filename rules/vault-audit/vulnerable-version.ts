import { ADVISORIES_AS_OF, advisoriesFor } from '../../src/analysis/vault-advisories.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health', 'seal-status'],
  title: 'Vault runs in a version with known weaknesses',
  severity: 'high',
  confidence: 'high',
  why: 'how to use the weakness is public',
  fix: 'upgrade to the newest release of the line',
  references: ['https://discuss.hashicorp.com/c/security/52'],
  catalogue: ['VA140'],
  cwe: [1395],
  *check({ data }) {
    if (data.flavour === 'openbao')
      return yield notTestable('OpenBao counts its releases and its weaknesses on its own');
    if (!data.serverVersion) return yield notTestable('the server does not tell its version');
    const found = advisoriesFor(data.serverVersion);
    const first = found.find(({ isSevere }) => isSevere) ?? found[0];
    if (!first) return;
    const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
    yield about(
      'version',
      `Vault ${data.serverVersion} has ${first.cve}${more} (as of ${ADVISORIES_AS_OF}): ${first.what}`,
      first.isSevere ? 'high' : 'medium',
    );
  },
});
