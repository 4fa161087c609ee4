import { ADVISORIES_AS_OF, advisoriesFor } from '../../src/analysis/vault-advisories.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'Vault of a version with known weaknesses',
  severity: 'high',
  confidence: 'high',
  why: 'how to use the weakness is public',
  fix: 'build the image with a current release of Vault, or without it',
  references: [
    'https://discuss.hashicorp.com/c/security/52',
    'https://developer.hashicorp.com/vault/docs/updates/release-notes',
  ],
  catalogue: ['VS105'],
  cwe: [1395],
  *check({ data }) {
    for (const { path, what, version, range } of data.files) {
      if (what !== 'program of Vault' && what !== 'package of Vault') continue;
      // OpenBao counts its releases and its weaknesses on its own.
      if (/(?:^|\/)(?:bao|openbao)$/.test(path)) continue;
      const found = advisoriesFor(version);
      if (version === '' && what === 'program of Vault') {
        const message = `version of Vault in /${path} could not be told`;
        yield { message, range, severity: 'info', verdict: 'unknown' };
      }
      if (found.length === 0) continue;
      const first = found.find(({ isSevere }) => isSevere) ?? found[0]!;
      const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
      yield {
        message: `Vault ${version} in /${path} has ${first.cve}${more} (as of ${ADVISORIES_AS_OF}): ${first.what}`,
        range,
        severity: found.some(({ isSevere }) => isSevere) ? 'high' : 'medium',
      };
    }
  },
});
