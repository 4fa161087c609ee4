import type { ShellCommand, ShellWord } from '../model/shell.ts';
import { isSecretName } from './secret-name.ts';
import { programOf } from './shell-program.ts';
import { NO_SECRET_FIELD, secretOutput, vaultCall } from './vault-cli.ts';

/** Something in a script that must stay secret. */
export interface ShellSecret {
  /** In words for a message: `$DB_PASSWORD`, `the output of vault kv get`. */
  name: string;
  /** `fetched`: the script itself got it from a store of secrets; `named`: only its name says so. */
  origin: 'fetched' | 'named';
  /** Where a function got it as an argument: the argument's place, from 1. */
  parameter?: number;
}

/** Files that hold a secret by where they lie or by what names them. */
const SECRET_FILE =
  /^\/(?:run|var\/run)\/secrets\/(?!kubernetes\.io\/serviceaccount\/(?:namespace|ca\.crt))|^\/vault\/secrets\/|\.vault-token$|\/(?:secret[-_]?id|root[-_]?token)(?:\.txt)?$|^["']?\$\{?\w*(?:SECRET|SECRET_ID|TOKEN|PASSWORD|PASSWD|API_KEY|PRIVATE_KEY)_(?:FILE|PATH)\}?$/i;

/** Names that sound secret, and hold what is half public, or settings. */
const NOT_SECRET =
  /^(?:OLD)?PWD$|^credentials?$|access_key_id$|string_token$|_(?:without|no)_\w+$|^(?:.*_)?role_?id$|token_(?:accessor|url|type)$|^(?:use|no|has|need|require|enable|disable|skip|is|with)_|_(?:set|status|exists|id_path|hash|sha256|digest|var|varname|list|arn|opts?|args?|flags?|option|param|regex|pattern|mode|version|name|present|cmd|command)$/i;

/** True where a shell variable of this name holds a secret itself. */
export function isSecretVariable(name: string): boolean {
  return isSecretName(name) && !NOT_SECRET.test(name);
}

/** True for a word that names a file with a secret in it. */
export function isSecretFile(word: ShellWord | undefined): boolean {
  return word !== undefined && SECRET_FILE.test(word.text);
}

/** What a command prints that must stay secret and that it got from a store of secrets. */
export function fetchedOutput(command: ShellCommand): string | undefined {
  const call = vaultCall(command);
  if (call) return secretOutput(call);
  const { name, args } = programOf(command);
  const line = args.map(({ text }) => text).join(' ');
  switch (name) {
    case 'aws':
      return /\bsecretsmanager get-secret-value\b|\bssm get-parameters?\b.*--with-decryption|\becr get-login-password\b/.test(
        line,
      )
        ? `the output of aws ${args[0]?.text} ${args[1]?.text}`
        : undefined;
    case 'gcloud':
      return /\bsecrets versions access\b/.test(line) ? 'the output of gcloud secrets' : undefined;
    case 'az':
      return /\bkeyvault secret show\b/.test(line) ? 'the output of az keyvault secret show' : undefined;
    case 'op':
      return /^(?:read|item get)\b/.test(line) ? `the output of op ${args[0]?.text}` : undefined;
    case 'sops':
      return /(?:^| )(?:-d|--decrypt|decrypt)\b/.test(line) ? 'the output of sops' : undefined;
    case 'kubectl':
    case 'oc':
      return /\bget secrets?\b.*(?:-o|--output|--template)/.test(line) && /\.data|json|yaml/.test(line)
        ? `the output of ${name} get secret`
        : undefined;
    case 'curl':
    case 'wget':
      return isVaultRead(line) ? `the answer of Vault to ${name}` : undefined;
    case 'jq':
      return /\.(?:client_token|root_token|unseal_keys?\w*|recovery_keys?\w*)\b/.test(line)
        ? 'what jq takes out of an answer of Vault'
        : undefined;
    case 'cat':
    case '':
      return args.some(isSecretFile) || command.redirects.some((r) => r.operator === '<' && isSecretFile(r.target))
        ? 'the content of a file of secrets'
        : undefined;
    default:
      return undefined;
  }
}

/** Reads over HTTP of what Vault keeps, with a token or at a login. */
function isVaultRead(line: string): boolean {
  if (!/\/v1\//.test(line) || /\/v1\/(?:sys\/(?!wrapping)|.*\/(?:config|roles|metadata)(?:[/ "]|$))/.test(line))
    return false;
  return /X-Vault-Token/i.test(line)
    ? /\/v1\/[^ ]*\/(?:data|creds|issue|secret-id)\b|\/v1\/(?:secret|kv)\//.test(line)
    : /\/v1\/auth\/[^ ]+\/login/.test(line);
}

/** Programs behind which nothing is left of a secret: sums, counts, tests. */
const SANITIZERS = /^(?:\w*sum|wc|shasum|openssl-dgst|true|read|test|\[|xxd-?)$/;

/** True for a command of a pipe whose output says nothing about its input. */
export function isSanitizer(command: ShellCommand): boolean {
  const { name, args } = programOf(command);
  if (SANITIZERS.test(name)) return true;
  const line = args.map(({ text }) => text).join(' ');
  if (name === 'grep') return /(?:^| )-\w*[qc]/.test(line);
  if (name === 'jq' && NO_SECRET_FIELD.test(lastField(line))) return true;
  if (name === 'jq')
    return /(?:^| )-\w*e\b.*>|\bkeys\b|\blength\b|\.(?:lease_id|lease_duration|renewable|role_id|accessor|request_id|sealed|initialized|errors)\b/.test(
      line,
    );
  if (/^(?:sed|tr|grep|awk)$/.test(name) && /\*{3,}|x{4,}|redact|serial_number|lease_id|accessor|role_id/i.test(line))
    return true;
  return name === 'openssl' && /^(?:dgst|x509|md5|sha\d+)/.test(line);
}

/** The last field that a filter of jq names. */
function lastField(line: string): string {
  return /\.([A-Za-z_]\w*)["'\]\s)]*(?:\s[^.|]*)?$/.exec(line)?.[1] ?? '';
}
