import { fieldOf, type VaultCall, vaultCalls } from '../../src/analysis/vault-cli.ts';
import { durationSeconds } from '../../src/analysis/vault-database.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'AppRole whose SecretIDs never expire',
  severity: 'medium',
  confidence: 'high',
  why: 'a SecretID that was ever seen, in a backup or an old image, logs in as the application for good',
  fix: 'give SecretIDs a short life (`secret_id_ttl`) and one use (`secret_id_num_uses=1`), and hand out new ones',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/approle#secret_id_ttl'],
  cwe: [324],
  *check({ data }) {
    for (const call of vaultCalls(data)) {
      if (!isAppRole(call)) continue;
      const ttl = fieldOf(call, 'secret_id_ttl');
      if (ttl ? durationSeconds(ttl.value) !== 0 : fieldOf(call, 'secret_id_num_uses')?.value === '1') continue;
      yield {
        message: `SecretIDs of ${call.path} never expire`,
        range: (ttl?.word ?? call.command).range,
        paste: 'secret_id_ttl=10m secret_id_num_uses=1 token_ttl=20m token_max_ttl=1h',
      };
    }
  },
});

/** `vault write auth/approle/role/NAME ...`; a mount of another name shows by its fields. */
function isAppRole({ verb, path, fields }: VaultCall): boolean {
  if (verb !== 'write' || !/^auth\/.+\/role\/[^/]+$/.test(path)) return false;
  return /^auth\/[^/]*approle/.test(path) || fields.some(({ name }) => name.startsWith('secret_id_'));
}
