import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

/** What an audit itself posts to. */
const OWN = /^(?:auth\/token\/(?:lookup|renew|revoke)|sys\/capabilities|auth\/[^/]+\/role\/[^/]+\/secret-id-accessor)/;
const WRITES = ['create', 'update', 'delete', 'patch', 'root'];

export default defineRule({
  artifact: 'vault',
  reads: ['self', 'self-capabilities'],
  title: "the auditor's own token may do more than an audit needs",
  severity: 'medium',
  confidence: 'high',
  why: "the token lies on the auditor's machine: whoever finds it there has all that it may do",
  fix: 'audit with a token that holds only the policy of `vaultcheck audit --print-policy`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens#root-tokens'],
  catalogue: ['VA078'],
  cwe: [250],
  *check({ data }) {
    const self = answerOf<{ policies?: string[] }>(data, 'self');
    if (self?.policies?.includes('root'))
      return yield about('auth/token/lookup-self', "the auditor's token is a root token");
    const asked = answerOf<Record<string, unknown>>(data, 'self-capabilities') ?? {};
    const writable = Object.entries(asked).filter(
      ([path, held]) =>
        !OWN.test(path) &&
        path !== 'capabilities' &&
        Array.isArray(held) &&
        held.some((one) => WRITES.includes(String(one))),
    );
    if (writable.length > 0)
      yield about(
        'auth/token/lookup-self',
        `the auditor's token may write ${writable.map(([path]) => path).join(', ')}`,
      );
  },
});
