import { labelOf, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that logs in with a static token',
  severity: 'medium',
  confidence: 'high',
  why: 'a token in a file is a password: whoever reads it is the application, from anywhere, until somebody revokes it',
  fix: 'use a method that proves where it runs (`kubernetes`, `jwt`, `aws`, `cert`) or `approle` with a wrapped SecretID',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/token_file'],
  catalogue: ['VS307'],
  cwe: [522],
  *check({ data }) {
    const { method, vault } = agentParts(data);
    if (method && /^token[_-]file$/.test(labelOf(method)))
      yield { message: 'the method is token_file', range: method.nameRange, paste: 'method "approle" {' };
    const token = settingOf(vault, 'token');
    if (token?.value)
      yield {
        message: 'the vault stanza holds a token',
        range: token.nameRange,
        secret: token.range,
        severity: 'high',
      };
  },
});
