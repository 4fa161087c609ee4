import { isTruthy } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: "verification of Vault's certificate switched off",
  severity: 'high',
  confidence: 'high',
  why: 'anyone on the network can play Vault and take the login and the secrets',
  fix: 'take the variable out, and set VAULT_CACERT to the file of the CA',
  references: ['https://developer.hashicorp.com/vault/docs/commands#vault_skip_verify'],
  catalogue: ['VS107'],
  cwe: [295],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      for (const { name, value, nameRange } of instruction.assignments) {
        if (/^(?:VAULT|BAO)_SKIP_VERIFY$/.test(name) && isTruthy(value))
          yield { message: `${name} is on`, range: nameRange, paste: 'ENV VAULT_CACERT=/etc/ssl/vault-ca.pem' };
      }
    }
  },
});
