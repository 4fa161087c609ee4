import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import type { AgentTemplate } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'template that renders a missing secret as `<no value>`',
  severity: 'low',
  confidence: 'high',
  why: 'where the secret has no such field, the application starts with the text `<no value>` as its password',
  fix: 'set `error_on_missing_key = true` in every template',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#template-stanza'],
  catalogue: ['VS310'],
  cwe: [754],
  *check({ data }) {
    for (const template of [...data.templates, ...data.envTemplates]) {
      const { stanza } = template;
      const setting = settingOf(stanza, 'error_on_missing_key');
      if (isOn(setting) || !mayMissKey(template)) continue;
      yield {
        message: setting ? 'error_on_missing_key is off' : 'error_on_missing_key is not set, and off by default',
        range: setting?.nameRange ?? stanza.nameRange,
        paste: 'error_on_missing_key = true',
      };
    }
  },
});

/** A body that names no field of a secret can miss none; of one in another file nobody knows here. */
function mayMissKey({ body }: AgentTemplate): boolean {
  return body === undefined || body.fields.some(({ path }) => /^\.Data\.(?!data$)\w/.test(path));
}
