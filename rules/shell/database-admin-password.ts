import { fieldOf, vaultCalls } from '../../src/analysis/vault-cli.ts';
import { databaseCalls, databaseKind } from '../../src/analysis/vault-database.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: "database engine set up with an administrator's password that is never rotated",
  severity: 'high',
  confidence: 'high',
  why: 'whoever ever saw the script or its variables is administrator of the database for good, past Vault and its audit',
  fix: 'rotate the password right after the set-up, so that only Vault knows it',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases#root-credential-rotation'],
  cwe: [798],
  *check({ data }) {
    const rotated = vaultCalls(data).flatMap(({ path }) => /rotate-root\/([^ /]+)$/.exec(path)?.[1] ?? []);
    for (const { call, name } of databaseCalls(data, 'config')) {
      const password =
        fieldOf(call, 'password') ?? call.fields.find(({ value }) => /:\/\/[^:/@{}$]+:[^@{}$/]+@/.test(value));
      // A name made of variables can't be compared: any rotation counts for it.
      if (!password || rotated.includes(name) || rotated.some((other) => /\$/.test(other) || /\$/.test(name))) continue;
      const isWritten = password.word.isLiteral;
      const kind = databaseKind(call.fields.map(({ value }) => value).join(' '));
      yield {
        message: `${kind} connection ${name} keeps ${isWritten ? 'a password written into the script' : 'the password it was set up with'}`,
        range: call.command.range,
        severity: isWritten ? 'high' : 'medium',
        paste: `vault write -f ${call.path.replace(/\/config\/[^/]*$/, '')}/rotate-root/${name}`,
      };
    }
  },
});
