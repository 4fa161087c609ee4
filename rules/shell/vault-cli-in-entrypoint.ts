import { appStart } from '../../src/analysis/shell-state.ts';
import { vaultCalls } from '../../src/analysis/vault-cli.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'entrypoint that speaks to Vault itself',
  severity: 'info',
  confidence: 'high',
  why: 'login, renewal, retry and rotation are left to a script in every image, and an intruder finds a client of Vault there',
  fix: 'let Vault Agent, as a sidecar or as process supervisor, log in, renew and render the secrets',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent'],
  cwe: [1188],
  *check({ data }) {
    const app = appStart(data);
    const call = vaultCalls(data).find(({ verb }) => /^(?:login|write|read|kv get|unwrap|token create)$/.test(verb));
    if (!app || !call || call.command.range.start > app.range.start) return;
    yield {
      message: `vault ${call.verb} runs in front of the application`,
      range: call.command.range,
      paste: 'exec vault agent -config=/etc/vault/agent.hcl',
    };
  },
});
