import { callsOf } from '../../src/analysis/client-calls.ts';
import type { ClientCode } from '../../src/model/client-code.ts';
import { defineRule } from '../define-rule.ts';

/** What each language writes to trust any server, and what to write instead. */
const SWITCHES: Record<ClientCode['language'], { name: RegExp; value: RegExp; paste: string }> = {
  python: { name: /^verify$/, value: /^False$/, paste: "verify='/etc/vault/ca.pem'" },
  javascript: {
    name: /^(?:rejectUnauthorized|strictSSL)$/,
    value: /^false$/,
    paste: "ca: fs.readFileSync('/etc/vault/ca.pem')",
  },
  go: { name: /^(?:InsecureSkipVerify|Insecure)$/, value: /^true$/, paste: 'CACert: "/etc/vault/ca.pem"' },
};

export default defineRule({
  artifact: 'client-code',
  title: "program that does not check Vault's certificate",
  severity: 'high',
  confidence: 'high',
  why: 'anyone on the network can play Vault and take the login and every secret',
  fix: 'give the client the file of the CA, and leave verification on',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html'],
  catalogue: ['VS707'],
  cwe: [295],
  *check({ data }) {
    const { tokens, language } = data;
    const { name, value, paste } = SWITCHES[language];
    for (const [i, token] of tokens.entries()) {
      if ((token.type !== 'word' && token.type !== 'string') || !name.test(token.text)) continue;
      const sign = tokens[i + 1]?.text ?? '';
      if (!/^[=:]$/.test(sign) || tokens[i + 2]?.text === '=' || !value.test(tokens[i + 2]?.text ?? '')) continue;
      // Switched by the configuration of whoever runs it: `if !verify { ... }`.
      if (language === 'go' && tokens.slice(Math.max(0, i - 24), i).some(({ text }) => text === 'if')) continue;
      if (!isAboutVault(data, i)) continue;
      yield { message: `${token.text} is ${tokens[i + 2]!.text}`, range: token.range, paste };
    }
    const environment = tokens.findIndex(({ text }) => text === 'NODE_TLS_REJECT_UNAUTHORIZED');
    if (environment !== -1 && tokens.slice(environment, environment + 4).some(({ text }) => text === '0'))
      yield {
        message: 'NODE_TLS_REJECT_UNAUTHORIZED is 0',
        range: tokens[environment]!.range,
        paste: "NODE_EXTRA_CA_CERTS='/etc/vault/ca.pem'",
      };
  },
});

/** The call around it, or the lines around it, name Vault or its client. */
function isAboutVault(code: ClientCode, index: number): boolean {
  const { tokens } = code;
  const around = callsOf(code).filter(({ from, end }) => from <= index && index < end);
  const outer = around.find(
    ({ callee, from, end }) => isVault(callee) || tokens.slice(from, end).some(({ text }) => isVault(text)),
  );
  if (outer) return true;
  return around.length === 0 || code.language !== 'python'
    ? tokens.slice(Math.max(0, index - 60), index + 30).some(({ text }) => isVault(text))
    : false;
}

function isVault(text: string): boolean {
  return /vault|hvac|TLSConfig|:8200/i.test(text);
}
