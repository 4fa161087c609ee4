import { vaultCalls } from '../../src/analysis/vault-cli.ts';
import { defineRule } from '../define-rule.ts';

/** Methods that `vault login` answers with "Unknown auth method" (read off Vault 1.21), and what to call instead. */
const WITHOUT_LOGIN: Record<string, string> = {
  approle:
    'vault write -field=token auth/approle/login role_id=@/run/secrets/role_id secret_id=@/run/secrets/secret_id',
  kubernetes:
    'vault write -field=token auth/kubernetes/login role=app jwt=@/var/run/secrets/kubernetes.io/serviceaccount/token',
  jwt: 'vault write -field=token auth/jwt/login role=app jwt=@/run/secrets/jwt',
  azure: 'vault write -field=token auth/azure/login role=app jwt=@/run/secrets/jwt',
};

export default defineRule({
  artifact: 'shell',
  title: 'login method that the Vault CLI does not know',
  severity: 'medium',
  confidence: 'high',
  why: 'the command ends with "Unknown auth method", and the script goes on without a token or not at all',
  fix: 'write to the login path of the method: `vault write auth/approle/login role_id=@file secret_id=@file`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle#via-the-cli'],
  catalogue: ['VS214'],
  cwe: [670],
  *check({ data }) {
    for (const { verb, flags, command } of vaultCalls(data)) {
      const method = flags.get('method')?.value ?? '';
      const paste = verb === 'login' ? WITHOUT_LOGIN[method] : undefined;
      if (paste) yield { message: `vault login does not know the method ${method}`, range: command.range, paste };
    }
  },
});
