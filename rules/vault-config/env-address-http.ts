import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'env-file',
  title: 'environment file that speaks to Vault over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads the token and every secret',
  fix: 'use `https://` and set VAULT_CACERT to the file of the CA',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp'],
  catalogue: ['VS106'],
  cwe: [319],
  *check({ data }) {
    for (const { name, value, nameRange } of data.variables) {
      if (/^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR)$/.test(name) && isPlainHttp(value))
        yield { message: `${name} is an http:// address`, range: nameRange, paste: `${name}=https://VAULT:8200` };
    }
  },
});
