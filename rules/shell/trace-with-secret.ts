import { shellFlow } from '../../src/analysis/shell-flow.ts';
import { shellStates } from '../../src/analysis/shell-state.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'tracing on while a secret is handled',
  severity: 'high',
  confidence: 'high',
  why: 'the shell writes every expanded value into the log, where everyone who reads logs finds it',
  fix: 'take `set -x` out, or put `set +x` in front of the first command that touches a secret',
  references: ['https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html'],
  catalogue: ['VS201'],
  cwe: [532],
  *check({ data, text }) {
    const flow = shellFlow(data);
    const told = new Set<unknown>();
    for (const [i, { tracedBy }] of shellStates(data).entries()) {
      if (tracedBy === undefined || told.has(tracedBy)) continue;
      const { words, assignments } = flow.commands[i]!;
      const secret = [...assignments, ...words].find((found) => found !== undefined);
      if (!secret) continue;
      told.add(tracedBy);
      const { start } = data.range;
      const firstLine = { start, end: start + text.slice(start, data.range.end).split('\n')[0]!.length };
      yield {
        message: `tracing is on while the script handles ${secret.name}`,
        range: tracedBy === 'start' ? firstLine : tracedBy.range,
        paste:
          tracedBy !== 'start' && tracedBy.words.some(({ text: word }) => /^-\w*e/.test(word)) ? 'set -e' : 'set +x',
        // Tracing that somebody has to ask for is on only while they look.
        ...(tracedBy !== 'start' && tracedBy.isConditional ? { severity: 'low' as const } : {}),
        confidence: secret.origin === 'fetched' ? 'high' : 'medium',
      };
    }
  },
});
