import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'Vault spoken to over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads the token and every secret',
  fix: 'use `https://` and set VAULT_CACERT to the file of the CA',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp'],
  catalogue: ['VS106'],
  cwe: [319],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      for (const { name, value, nameRange } of instruction.assignments) {
        if (/^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR)$/.test(name) && isPlainHttp(value))
          yield {
            message: `${name} is an http:// address`,
            range: nameRange,
            paste: `ENV ${name}=https://VAULT:8200 VAULT_CACERT=/etc/ssl/vault-ca.pem`,
          };
      }
    }
  },
});
