import { programOf } from '../../src/analysis/shell-program.ts';
import { appStart } from '../../src/analysis/shell-state.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'Vault token exported to the application',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever reads the environment of the application gets a token for all that the entrypoint may read',
  fix: 'revoke and unset the token before the application starts, or let Vault Agent hold it',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth'],
  catalogue: ['VS210'],
  cwe: [526],
  *check({ data }) {
    const app = appStart(data);
    if (!app) return;
    const isCleared = data.commands.some((command) => {
      const { name, args } = programOf(command);
      return name === 'unset' && args.some(({ text }) => /^(?:VAULT|BAO)_TOKEN$/.test(text));
    });
    if (isCleared) return;
    for (const { name, assignments, words, range } of data.commands) {
      if (name !== 'export' || range.start > app.range.start) continue;
      const assigned = assignments.find((assignment) => /^(?:VAULT|BAO)_TOKEN$/.test(assignment.name));
      const named = words.find(({ text }) => /^(?:VAULT|BAO)_TOKEN$/.test(text));
      if (!assigned && !named) continue;
      yield {
        message: `${assigned?.name ?? named!.text} is exported, and the application inherits it`,
        range,
        paste: 'vault token revoke -self; unset VAULT_TOKEN',
      };
      return;
    }
  },
});
