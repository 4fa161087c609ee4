import { appStart } from '../../src/analysis/shell-state.ts';
import { filledBy, vaultFetches } from '../../src/analysis/vault-fetch.ts';
import type { ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'secret fetched once and never renewed',
  severity: 'low',
  confidence: 'high',
  why: 'the application keeps a secret that has expired or was rotated, and a stolen one can only be replaced by a restart',
  fix: 'let Vault Agent render the secret to a file and tell the application when it changes',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/process-supervisor'],
  catalogue: ['VS207'],
  cwe: [324],
  *check({ data }) {
    const app = appStart(data);
    if (!app) return;
    const exported = exportedNames(data);
    const fetch = vaultFetches(data).find(
      ({ command, keeper }) =>
        command.range.start < app.range.start &&
        filledBy(keeper).some((name) => exported.has(name) || app.words.length === 0),
    );
    if (!fetch) return;
    yield {
      message: `${filledBy(fetch.keeper)[0]} is fetched once, before the application starts`,
      range: fetch.command.range,
      paste: 'exec vault agent -config=/etc/vault/agent.hcl',
    };
  },
});

/** Variables that the application inherits. */
function exportedNames({ commands }: ShellScript): Set<string> {
  const isAllExported = commands.some(
    ({ name, words }) => name === 'set' && words.some(({ text }) => /^-\w*a/.test(text)),
  );
  const names = commands.flatMap(({ name, words, assignments }) => {
    const own = assignments.map((assignment) => assignment.name);
    if (name === 'export') return [...own, ...words.slice(1).map(({ text }) => text)];
    return isAllExported || name !== '' ? own : [];
  });
  return new Set(names);
}
