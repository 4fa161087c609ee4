import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'systemd',
  title: "secret in a unit's environment",
  severity: 'high',
  confidence: 'high',
  why: 'every user of the machine reads it with `systemctl show`, and all who read the repository have it as well',
  fix: 'use `LoadCredential=` or an `EnvironmentFile=` with mode 0600, or let Vault Agent render the file',
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment'],
  catalogue: ['VS705'],
  cwe: [526, 798],
  *check({ data }) {
    for (const { name, value, nameRange, valueRange } of data.variables) {
      if (isSecretName(name) && isRealValue(value))
        yield { message: `Environment sets ${name}`, range: nameRange, secret: valueRange };
    }
  },
});
