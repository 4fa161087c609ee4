import { isTruthy } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'env-file',
  title: "environment file that switches off the verification of Vault's certificate",
  severity: 'high',
  confidence: 'high',
  why: 'anyone on the network can play Vault and take the login and the secrets',
  fix: 'take the line out, and set VAULT_CACERT to the file of the CA',
  references: ['https://developer.hashicorp.com/vault/docs/commands#vault_skip_verify'],
  catalogue: ['VS107'],
  cwe: [295],
  *check({ data }) {
    for (const { name, value, nameRange } of data.variables) {
      if (/^(?:VAULT|BAO)_SKIP_VERIFY$/.test(name) && isTruthy(value))
        yield { message: `${name} is on`, range: nameRange, paste: 'VAULT_CACERT=/etc/ssl/vault-ca.pem' };
    }
  },
});
