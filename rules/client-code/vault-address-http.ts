import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'client-code',
  title: 'address of Vault in plain HTTP written into a program',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads the token and every secret, and nobody can change the address without a build',
  fix: 'take the address from VAULT_ADDR, and let it be `https://`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp'],
  catalogue: ['VS707'],
  cwe: [319],
  *check({ data }) {
    for (const [i, { type, text, range }] of data.tokens.entries()) {
      if (type !== 'string' || !isPlainHttp(text) || /^http:\/\/(?:0\.0\.0\.0|\$\{|\{|%)/.test(text)) continue;
      const isVault = /^http:\/\/(?:[^/]*vault|[^/]*:8200\b)/i.test(text) && !/\s/.test(text);
      const isAudience = data.tokens.slice(Math.max(0, i - 6), i).some((token) => /^aud(?:ience)?$/i.test(token.text));
      if (!isVault || isAudience || !isAddress(data.tokens[i - 1]?.text, data.tokens[i - 2]?.text)) continue;
      yield {
        message: 'the address of Vault is http://',
        range,
        paste: {
          python: "os.environ['VAULT_ADDR']",
          javascript: 'process.env.VAULT_ADDR',
          go: 'os.Getenv("VAULT_ADDR")',
        }[data.language],
      };
    }
  },
});

/** Given to something: an argument, a value, the other half of a default. */
function isAddress(before: string | undefined, earlier: string | undefined): boolean {
  return /^[=:(,|?[]$/.test(before ?? '') || (before === 'or' && earlier !== undefined);
}
