import type { ShellCommand, ShellScript, ShellWord } from '../model/shell.ts';
import { programOf } from './shell-program.ts';

/** A call of the Vault (or OpenBao) command line. */
export interface VaultCall {
  command: ShellCommand;
  /** Subcommand in one text, such as `kv get`, `write`, `operator init`. */
  verb: string;
  /** By name without dashes; the value is empty for a switch. */
  flags: Map<string, { value: string; word: ShellWord }>;
  /** What stands behind the subcommand and is no flag. */
  args: ShellWord[];
  /** First argument, for most a path. */
  path: string;
  /** Arguments of the form `name=value`. */
  fields: { name: string; value: string; word: ShellWord }[];
}

/** Subcommands that have subcommands of their own. */
const GROUPS =
  /^(?:kv|operator|token|auth|secrets|policy|audit|lease|plugin|agent|proxy|namespace|pki|transit|transform)$/;

/** Flags that take no value. */
const SWITCH =
  /^(?:f|force|no-print|no-store|token-only|self|detailed|local|orphan|no-default-policy|non-interactive|tls-skip-verify|dev|dev-[\w-]+|output-curl-string|output-policy|status|init|cancel|recovery|migrate|reset|verify|accessor|prefix|raw|h|help|seal-wrap|external-entropy-access|versions|audit-non-hmac.*|generate-otp|all)$/;

const calls = new WeakMap<ShellCommand, VaultCall | null>();

/** Reads a command as a call of the Vault CLI, or undefined. */
export function vaultCall(command: ShellCommand): VaultCall | undefined {
  const known = calls.get(command);
  if (known !== undefined) return known ?? undefined;
  const { name, args } = programOf(command);
  const call = name === 'vault' || name === 'bao' ? readCall(command, args) : undefined;
  calls.set(command, call ?? null);
  return call;
}

const callsByScript = new WeakMap<ShellScript, readonly VaultCall[]>();

/** All calls of the Vault CLI of a script. */
export function vaultCalls(script: ShellScript): readonly VaultCall[] {
  const known = callsByScript.get(script);
  if (known) return known;
  const found = script.commands.flatMap((command) => vaultCall(command) ?? []);
  callsByScript.set(script, found);
  return found;
}

function readCall(command: ShellCommand, words: readonly ShellWord[]): VaultCall {
  const flags: VaultCall['flags'] = new Map();
  const args: ShellWord[] = [];
  const verb: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, flag, value] = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word.text) ?? [];
    if (flag !== undefined) {
      const takesNext = value === undefined && !SWITCH.test(flag) && at + 1 < words.length;
      flags.set(flag, { value: value ?? (takesNext ? words[++at]!.text : ''), word });
    } else if (verb.length === 0 || (verb.length === 1 && GROUPS.test(verb[0]!))) verb.push(word.text);
    else args.push(word);
  }
  const fields = args.flatMap((word) => {
    const equals = /^[\w.-]+(?==)/.exec(word.text)?.[0];
    return equals === undefined ? [] : [{ name: equals, value: word.text.slice(equals.length + 1), word }];
  });
  const path = (args[0]?.text ?? '').replace(/^\/?(?:v1\/)?/, '');
  return { command, verb: verb.join(' '), flags, args, path, fields };
}

/** The value of a field, or undefined. */
export function fieldOf(call: VaultCall, ...names: string[]): VaultCall['fields'][number] | undefined {
  return call.fields.find(({ name }) => names.includes(name));
}

/** `vault write auth/<mount>/login`: the way of every method that the CLI has no login for. */
export function isLoginWrite({ verb, path }: Pick<VaultCall, 'verb' | 'path'>): boolean {
  return verb === 'write' && /^auth\/.+\/login(?:\/|$)/.test(path);
}

/** True where the script starts a development server: nothing of it lives longer than the script. */
export function startsDevServer(script: ShellScript): boolean {
  return script.commands.some(({ words }) => {
    const texts = words.map(({ text }) => text);
    return texts.some((text) => /^--?dev(?:$|-)/.test(text)) && texts.includes('server');
  });
}

/** True where the call gives a token. */
export function isLogin(call: VaultCall): boolean {
  if (isLoginWrite(call)) return true;
  return call.verb === 'login' || call.verb === 'token create';
}

/** Fields that say something about a secret, and are none. */
export const NO_SECRET_FIELD =
  /^(?:role_?id|accessor|.*_accessor|username|user|host|hostname|port|url|addr|address|lease_id|lease_duration|renewable|version|ttl|ciphertext|signature|certificate|issuing_ca|ca_chain|public_key|serial_number|policies|mount_\w+|\w+_time|name|database|db_?name|region|\w*(?<!secret_)id|type|status|state|sealed|initialized|renewable|errors|warnings)$/i;

/** Paths below which nothing is secret. */
const NO_SECRET_PATH =
  /^(?:sys\/|auth\/token\/lookup|auth\/[^ ]*\/(?:role|config)(?:\/[^/ ]+)?(?:\/role-id)?$|identity\/|.*\/(?:config|roles|keys|ca|cert|crl|metadata|issuer\w*)(?:\/|$)|transit\/(?:encrypt|sign|verify|hmac|rewrap)|.*\/ca_chain|ssh\/sign)/;

/** What a call prints that must stay secret, in words, or undefined. */
export function secretOutput(call: VaultCall): string | undefined {
  const field = call.flags.get('field')?.value;
  if (field !== undefined && NO_SECRET_FIELD.test(field)) return undefined;
  if (call.flags.has('output-curl-string') || call.flags.has('h') || call.flags.has('help')) return undefined;
  switch (call.verb) {
    case 'kv get':
    case 'unwrap':
    case 'print token':
    case 'token create':
    case 'operator generate-root':
    case 'operator rekey':
      return `the output of vault ${call.verb}`;
    case 'operator init':
      return call.flags.has('status') ? undefined : 'the output of vault operator init';
    case 'login':
      return call.flags.has('no-print') && !call.flags.has('token-only') ? undefined : 'the output of vault login';
    case 'read':
      return NO_SECRET_PATH.test(call.path) ? undefined : 'the output of vault read';
    case 'write':
      return isSecretWrite(call) ? 'the output of vault write' : undefined;
    default:
      return undefined;
  }
}

/** Writes that answer with a secret: logins, SecretIDs, credentials, private keys, plain texts, wrapped answers. */
function isSecretWrite({ path, verb }: Pick<VaultCall, 'verb' | 'path'>): boolean {
  if (isLoginWrite({ path, verb })) return true;
  return /\/secret-id$|\/creds\/|^[^ ]*(?:\/issue\/|\/decrypt\/|\/datakey\/plaintext)|^sys\/wrapping\/unwrap|^auth\/token\/create/.test(
    path,
  );
}
