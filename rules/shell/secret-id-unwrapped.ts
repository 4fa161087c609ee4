import { programOf } from '../../src/analysis/shell-program.ts';
import { fieldOf, vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'SecretID handed over unwrapped',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever sees it on the way logs in as the application, and nobody notices',
  fix: 'wrap it: `-wrap-ttl=60s`; a wrapping token opens once, so that a theft shows',
  references: ['https://developer.hashicorp.com/vault/tutorials/auth-methods/approle-best-practices'],
  cwe: [522],
  *check({ data }) {
    for (const command of data.commands) {
      if (!makesSecretId(command)) continue;
      yield {
        message: 'a SecretID is made without a wrapping token',
        range: command.range,
        paste: 'vault write -wrap-ttl=60s -field=wrapping_token -f auth/approle/role/app/secret-id',
      };
    }
  },
});

function makesSecretId(command: ShellCommand): boolean {
  const call = vaultCall(command);
  if (call) {
    const isMade = call.verb === 'write' && /^auth\/.+\/role\/[^/]+\/secret-id$/.test(call.path);
    return isMade && !call.flags.has('wrap-ttl') && !fieldOf(call, 'secret_id');
  }
  if (!/^(?:curl|wget)$/.test(programOf(command).name)) return false;
  const line = command.words.map(({ text }) => text).join(' ');
  return (
    /\/v1\/auth\/[^ ]+\/role\/[^ /]+\/secret-id(?:[" ]|$)/.test(line) &&
    !/X-Vault-Wrap-TTL|-X\s*(?:LIST|GET)|--list/i.test(line)
  );
}
