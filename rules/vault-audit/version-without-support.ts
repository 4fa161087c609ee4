import { ADVISORIES_AS_OF, isMended } from '../../src/analysis/vault-advisories.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health', 'seal-status'],
  title: 'Vault runs in a version that gets no more fixes',
  severity: 'medium',
  confidence: 'high',
  why: 'the next weakness stays open',
  fix: 'upgrade to a line that is mended, one minor version at a time',
  references: ['https://developer.hashicorp.com/vault/docs/updates/release-notes'],
  catalogue: ['VA140'],
  cwe: [1104],
  *check({ data }) {
    if (data.flavour === 'openbao') return yield notTestable('OpenBao counts its releases on its own');
    if (!data.serverVersion) return yield notTestable('the server does not tell its version');
    if (!isMended(data.serverVersion))
      yield about(
        'version',
        `Vault ${data.serverVersion} is of a line that gets no more fixes (as of ${ADVISORIES_AS_OF})`,
      );
  },
});
