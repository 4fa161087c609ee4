import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Client = { iam_server_id_header_value?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['aws-auth-client', 'aws-auth-role'],
  title: 'logins by AWS are not bound to this Vault',
  severity: 'medium',
  confidence: 'high',
  why: 'a signed request that was sent to another server logs in here as well',
  fix: 'set `iam_server_id_header_value` to the name of this Vault',
  references: ['https://developer.hashicorp.com/vault/docs/auth/aws#iam-auth-method'],
  catalogue: ['VA089'],
  cwe: [294],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Client>(data, 'aws-auth-client'))
      if (!config.iam_server_id_header_value)
        yield about(path, 'signed requests for any server are taken: iam_server_id_header_value is empty');
  },
});
