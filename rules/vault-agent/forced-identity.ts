import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: "Agent that replaces its clients' tokens by its own",
  severity: 'low',
  confidence: 'high',
  why: "a client with few rights gets the Agent's: its own token is thrown away, and the audit log names the Agent",
  fix: 'set `use_auto_auth_token = true`, which leaves the token of a client that has one',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/proxy/apiproxy'],
  catalogue: ['VS314'],
  cwe: [269],
  *check({ data }) {
    const { autoAuthToken } = agentParts(data);
    if (autoAuthToken?.value?.toLowerCase() === 'force')
      yield {
        message: 'use_auto_auth_token is force',
        range: autoAuthToken.nameRange,
        paste: 'use_auto_auth_token = true',
      };
  },
});
