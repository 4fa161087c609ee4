import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'secret given to a process by its environment',
  severity: 'info',
  confidence: 'high',
  why: 'every child of the process inherits it, and crash reports, debug pages and /proc show it',
  fix: 'use a `template` with `perms = "0400"` on a tmpfs where the application can read a file',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/process-supervisor'],
  catalogue: ['VS322'],
  cwe: [526],
  *check({ data }) {
    const [first] = data.envTemplates;
    if (!first) return;
    const count = data.envTemplates.length;
    const name = first.stanza.label ?? 'a variable';
    const message = count === 1 ? `env_template sets ${name}` : `env_template sets ${name} and ${count - 1} more`;
    yield { message, range: first.stanza.nameRange };
  },
});
