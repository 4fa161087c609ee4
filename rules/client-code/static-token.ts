import { callsOf } from '../../src/analysis/client-calls.ts';
import type { ClientCode } from '../../src/model/client-code.ts';
import { defineRule } from '../define-rule.ts';

/** Logins as the machine or the workload itself. */
const OWN_LOGIN =
  /approle|kubernetes|\bjwt\b|\.oidc|aws_?iam|iam_?login|\bgcp\b|azure|\bcert\b|SetNamespace|awsIam|Auth\(\)\.Login|Auth\.\w+Login/i;

export default defineRule({
  artifact: 'client-code',
  title: 'program that lives on a token somebody made by hand',
  severity: 'low',
  confidence: 'medium',
  why: 'a token in files and variables is copied, lives long, and belongs to nobody whom the audit log could name',
  fix: 'log in as the workload itself, with AppRole, Kubernetes or JWT, or speak to a Vault Agent beside it',
  references: ['https://developer.hashicorp.com/vault/docs/auth'],
  catalogue: ['VS707'],
  cwe: [798],
  *check({ data }) {
    if (data.tokens.some(({ text, type }) => (type === 'word' || type === 'string') && OWN_LOGIN.test(text))) return;
    const found = environmentToken(data);
    if (found === undefined) return;
    yield {
      message: 'the only way to log in is VAULT_TOKEN',
      range: data.tokens[found]!.range,
      paste: {
        python: 'client.auth.kubernetes.login(role="app", jwt=open(path).read())',
        javascript: "await vault.kubernetesLogin({ role: 'app', jwt })",
        go: 'client.Auth().Login(ctx, kubernetesAuth)',
      }[data.language],
    };
  },
});

/** `token: process.env.VAULT_TOKEN`, `token=os.environ[...]`, `client.SetToken(os.Getenv(...))`. */
function environmentToken(code: ClientCode): number | undefined {
  const { tokens } = code;
  const index = tokens.findIndex(({ text }) => /^(?:VAULT|BAO)_TOKEN$/.test(text));
  if (index === -1) return undefined;
  const before = tokens.slice(Math.max(0, index - 8), index).map(({ text }) => text);
  const isArgument = before.some(
    (text, i) => /^token$/i.test(text) && /^[=:]$/.test(before[i + 1] ?? '') && /^[({,]$/.test(before[i - 1] ?? ''),
  );
  const isSet = callsOf(code).some(
    ({ callee, from, end }) => /\.SetToken$/.test(callee) && from <= index && index < end,
  );
  return isArgument || isSet ? index : undefined;
}
