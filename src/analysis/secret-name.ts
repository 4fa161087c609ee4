/**
 * Words in a variable's name that say its value is a secret. A word stands alone between `_`, `.`, `-` and the ends, so
 * that `BYPASS`, `TOKENIZER` and `SECRETARY` are none; `password` also counts at the end of a longer word (`DBPASSWORD`).
 */
const SECRET_WORD =
  /(?:^|[_.-])(?:[a-z]*(?:password|passwd|passphrase)|pass|pwd|secret|token|credentials?|(?:api|app|access|private|secret|auth|encryption|signing|master|session|jwt|hmac|ssh|deploy|unseal|recovery)[_-]?keys?|client[_-]?secret|(?:role|secret)[_-]?id|webhook[_-]?url)(?:$|[_.-]|\d)/i;

/** Endings that name where a secret is, or something about it, and not the secret itself. */
const NOT_THE_VALUE =
  /[_.-](?:file|files|path|dir|url|uri|host|port|name|names|username|arn|ttl|type|kind|length|min|max|size|count|limit|header|field|param|cookie|endpoint|ref|version|mount|engine|backend|provider|store|issuer|audience|scopes?|claim|realm|role|enabled|disabled|required|allowed|expiry|expires|expiration|lifetime|age|duration|interval|timeout|seconds|minutes|hours|days|policy|prefix|suffix|format|algorithm|alg|rotation|id_file|class|servers?|protocol|mechanism|source|handler|method|mode|region|zone|address|hosts|ports|service|services)$/i;

/** Values that are meant for everybody. */
const PUBLIC = /(?:^|[_.-])(?:public|publishable)(?:$|[_.-])/i;

/** True where a variable of this name holds a secret itself. */
export function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  if (!SECRET_WORD.test(words) || PUBLIC.test(words)) return false;
  return !NOT_THE_VALUE.test(words) || /webhook[_-]?url$/i.test(words);
}
