import { callsOf } from '../../src/analysis/client-calls.ts';
import { defineRule } from '../define-rule.ts';

const LOGIN =
  /(?:^|\.)(?:approle\.login|kubernetes\.login|jwt\.jwt_login|auth_approle|auth_kubernetes|approleLogin|kubernetesLogin|loginWithAppRole|loginWithKubernetes|loginKubernetes|loginAppRole|Auth\(\)\.Login|Auth\.(?:AppRole|Kubernetes|Jwt)Login)$/i;

/** What keeps a program running: a server, a consumer, an endless loop. */
const RUNS_ON =
  /(?:^|\.)(?:listen|createServer|ListenAndServe(?:TLS)?|run_forever|serve_forever|start_consuming|Serve)$|^(?:app|uvicorn|web)\.(?:run|run_app)$/;

export default defineRule({
  artifact: 'client-code',
  title: 'long-running program that logs in once',
  severity: 'low',
  confidence: 'medium',
  why: 'when the first token expires the program can read and renew nothing any more, and is restarted by hand',
  fix: 'renew the token before it expires and log in again when that fails, or let a Vault Agent do both',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/lease'],
  catalogue: ['VS707'],
  cwe: [324],
  *check({ data }) {
    const calls = callsOf(data);
    const login = calls.find(({ callee }) => LOGIN.test(callee));
    if (!login || !calls.some(({ callee }) => RUNS_ON.test(callee))) return;
    if (
      data.tokens.some(
        ({ text, type }) => type === 'word' && /renew|LifetimeWatcher|LifetimeWatch|reauth|relogin/i.test(text),
      )
    )
      return;
    yield {
      message: `${login.callee} is called once, and nothing renews its token`,
      range: { start: data.tokens[login.start]!.range.start, end: data.tokens[login.end]!.range.end },
      paste: {
        python: 'client.auth.token.renew_self()',
        javascript: 'await vault.tokenRenewSelf()',
        go: 'watcher, err := client.NewLifetimeWatcher(&api.LifetimeWatcherInput{Secret: login})',
      }[data.language],
    };
  },
});
