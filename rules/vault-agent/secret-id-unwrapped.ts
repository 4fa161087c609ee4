import { labelOf, settingOf, textOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'SecretID handed over without response wrapping',
  severity: 'medium',
  confidence: 'medium',
  why: 'whoever sees the SecretID on its way uses it unnoticed; a wrapping token works once, so a theft shows',
  fix: 'create the SecretID with `-wrap-ttl=5m`, hand over the wrapping token, and say where it must come from',
  references: [
    'https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/approle',
    'https://developer.hashicorp.com/vault/docs/concepts/response-wrapping',
  ],
  catalogue: ['VS305'],
  cwe: [522],
  *check({ data }) {
    const { method, login } = agentParts(data);
    const file = settingOf(login, 'secret_id_file_path');
    if (!method || labelOf(method) !== 'approle' || !file?.value) return;
    if (settingOf(login, 'secret_id_response_wrapping_path')) return;
    const mount = (textOf(method, 'mount_path') ?? 'auth/approle').replace(/\/$/, '');
    const paste = `secret_id_response_wrapping_path = "${mount}/role/ROLE/secret-id"`;
    yield { message: 'secret_id_file_path holds a SecretID that is not wrapped', range: file.nameRange, paste };
  },
});
