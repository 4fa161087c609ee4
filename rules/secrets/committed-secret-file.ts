import { defineRule } from '../define-rule.ts';

/** Vault's token helper, saved init output, key stores and PuTTY or Kerberos keys; texts are read by detectors as well. */
const SECRET_FILE =
  /^(?:\.vault-token|(?:vault|cluster|unseal)[-_]keys?\.(?:json|txt)|.+\.(?:p12|pfx|jks|keystore|keytab|kdbx))$/i;

export default defineRule({
  artifact: 'file',
  title: 'file that holds a secret by its name',
  severity: 'high',
  confidence: 'medium',
  why: 'tokens, unseal keys and key stores lie in files of this name',
  fix: 'delete it and its history, revoke what it held, and name it in .gitignore and .dockerignore',
  references: ['https://developer.hashicorp.com/vault/docs/commands/token-helper'],
  catalogue: ['VS104', 'VS706'],
  cwe: [538],
  *check({ data: { name, sizeBytes } }) {
    if (sizeBytes > 0 && SECRET_FILE.test(name))
      yield { message: `${name} holds a secret`, range: { start: 0, end: 0 } };
  },
});
