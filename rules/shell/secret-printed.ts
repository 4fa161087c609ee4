import { shellFlow } from '../../src/analysis/shell-flow.ts';
import { isOutputSeen, programOf } from '../../src/analysis/shell-program.ts';
import { isSecretVariable } from '../../src/analysis/shell-source.ts';
import { vaultCall } from '../../src/analysis/vault-cli.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

/** Methods with which a person logs in at a terminal, which is no log. */
const BY_HAND = /^(?:oidc|userpass|ldap|github|okta|radius)$/;

export default defineRule({
  artifact: 'shell',
  title: 'secret printed to where logs are kept',
  severity: 'high',
  confidence: 'high',
  why: 'whoever reads the log of the container or of the build has the secret, long after it was printed',
  fix: 'print that it was fetched and not what it is; add `-no-print` to `vault login`, and capture what `vault` answers',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude'],
  catalogue: ['VS202'],
  cwe: [532],
  *check({ data, origin }) {
    // What asks for a password prints it to the program that asked.
    if (/ask-?pass/i.test(origin.path)) return;
    const flow = shellFlow(data);
    const shown = shownFunctions(data);
    const told = new Set(data.functions);
    const piped = new Set(data.commands.map(({ pipesTo }) => pipesTo));
    for (const [i, command] of data.commands.entries()) {
      // What a function prints is told in its body, and what a pipe passes on at its beginning.
      if (told.has(command.name) || piped.has(i)) continue;
      if (!isOutputSeen(command, data.commands)) continue;
      if (command.functionName !== undefined && !shown.has(command.functionName)) continue;
      const { output } = flow.commands[i]!;
      if (output && printsIt(command)) {
        yield {
          message: `${output.name} is printed`,
          range: command.range,
          confidence: output.origin === 'fetched' ? 'high' : 'medium',
          paste: pasteFor(command),
        };
      } else if (printsEnvironment(command) && holdsSecrets(data))
        yield { message: `${command.name} prints every variable, also the secret ones`, range: command.range };
    }
  },
});

/** What masks a value in CI prints it for that; a login at a terminal is no log. */
function printsIt(command: ShellCommand): boolean {
  if (command.words.some(({ text }) => text.includes('::add-mask::'))) return false;
  const call = vaultCall(command);
  if (call?.verb === 'login') return !BY_HAND.test(call.flags.get('method')?.value ?? 'token');
  return true;
}

function pasteFor(command: ShellCommand): string {
  const call = vaultCall(command);
  if (call?.verb === 'login') return 'vault login -no-print - < "$TOKEN_FILE"';
  return call ? 'value="$(vault kv get -field=password secret/app)" || exit 1' : 'echo "secret fetched"';
}

/** `env`, `printenv`, `set`, `export -p`, `declare -p` without a name. */
function printsEnvironment(command: ShellCommand): boolean {
  const { name, args } = programOf(command);
  if (name === 'env' || name === 'printenv' || name === 'set')
    return args.length === 0 && command.assignments.length === 0;
  return /^(?:export|declare|typeset)$/.test(name) && args.length === 1 && /^-\w*p$/.test(args[0]!.text);
}

/** True where the script itself exports a secret or uses one by its name. */
function holdsSecrets(script: ShellScript): boolean {
  return script.commands.some(
    ({ assignments, words }) =>
      assignments.some(({ name }) => isSecretVariable(name)) ||
      words.some(({ parts }) => parts.some((part) => part.type === 'variable' && isSecretVariable(part.name))),
  );
}

/** Functions that are called, and whose output nobody takes: what others print is their answer. */
function shownFunctions(script: ShellScript): Set<string> {
  const shown = new Set(script.functions);
  const calls = Map.groupBy(
    script.commands.filter(({ name }) => shown.has(name)),
    ({ name }) => name,
  );
  for (let size = -1; size !== shown.size; ) {
    size = shown.size;
    for (const name of shown) if (!isShown(calls.get(name) ?? [], script, shown)) shown.delete(name);
  }
  return shown;
}

/** Every call is seen, and those in other functions are in ones that are shown. */
function isShown(calls: readonly ShellCommand[], script: ShellScript, shown: ReadonlySet<string>): boolean {
  return (
    calls.length > 0 &&
    calls.every(
      (call) =>
        isOutputSeen(call, script.commands) && (call.functionName === undefined || shown.has(call.functionName)),
    )
  );
}
