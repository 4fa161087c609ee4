import { programOf } from '../../src/analysis/shell-program.ts';
import { appStart } from '../../src/analysis/shell-state.ts';
import { fieldOf, isLoginWrite, vaultCalls } from '../../src/analysis/vault-cli.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'SecretID left in the environment of the application',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever reads the environment of the application, a crash dump or /proc, can log in to Vault again and again',
  fix: 'take the SecretID out of the environment before the application starts: `unset SECRET_ID`',
  references: ['https://developer.hashicorp.com/vault/tutorials/auth-methods/approle-best-practices'],
  catalogue: ['VS210'],
  cwe: [526],
  *check({ data }) {
    const app = appStart(data);
    if (!app) return;
    const cleared = data.commands.flatMap((command) => {
      const { name, args } = programOf(command);
      return name === 'unset' ? args.map(({ text }) => text) : [];
    });
    const isWiped = app.words.some(({ text }) => text === '-i') || app.words[1]?.text === 'env';
    for (const call of vaultCalls(data)) {
      if (!isLoginWrite(call) && call.verb !== 'login') continue;
      const part = fieldOf(call, 'secret_id')?.word.parts.find(({ type }) => type === 'variable');
      if (part?.type !== 'variable' || cleared.includes(part.name) || isWiped) continue;
      yield {
        message: `${part.name} is still in the environment when the application starts`,
        range: app.range,
        paste: `unset ${part.name}`,
      };
      return;
    }
  },
});
