import { callsOf, secretNames, usedName } from '../../src/analysis/client-calls.ts';
import { defineRule } from '../define-rule.ts';

/** Calls whose arguments end in a log or on the terminal. */
const LOG =
  /^(?:print|pprint(?:\.pprint)?|console\.(?:log|info|warn|error|debug|dir)|(?:\w*[lL]og(?:ger|ging)?|logrus|slog|zap|winston|app\.logger|self\.log(?:ger)?)\.(?:\w+\.)?(?:log|trace|debug|info|warn|warning|error|critical|fatal|exception|Print|Printf|Println|Debug|Debugf|Info|Infof|Warn|Warnf|Error|Errorf|Fatal|Fatalf|Fatalln)|fmt\.(?:Print|Printf|Println))$/;

/** A token as the client itself holds it. */
const TOKEN_OF_CLIENT = /^(?:client|vault|vaultClient|vault_client)\.token$|\.client_token$/;

export default defineRule({
  artifact: 'client-code',
  title: 'secret from Vault written to a log by a program',
  severity: 'high',
  confidence: 'medium',
  why: 'whoever reads the log has the secret, long after it was rotated everywhere else',
  fix: 'log that the secret was read, its path and its version, and never its value',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude'],
  catalogue: ['VS707'],
  cwe: [532],
  *check({ data }) {
    const names = secretNames(data);
    for (const call of callsOf(data)) {
      if (!LOG.test(call.callee)) continue;
      const name =
        usedName(data, call, names) ?? tokenOf(data.tokens.slice(call.from, call.end).map(({ text }) => text));
      if (name === undefined) continue;
      yield {
        message: `${name}, which came from Vault, is given to ${call.callee}`,
        range: { start: data.tokens[call.start]!.range.start, end: data.tokens[call.end]!.range.end },
        paste: {
          python: "logger.info('secret read')",
          javascript: "logger.info('secret read')",
          go: 'log.Print("secret read")',
        }[data.language],
      };
    }
  },
});

function tokenOf(texts: readonly string[]): string | undefined {
  const line = texts.join('');
  return TOKEN_OF_CLIENT.test(line) ? line.replace(/^.*[(,]/, '') : undefined;
}
