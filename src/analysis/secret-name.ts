/** Words in a variable's name that say its value is a secret. */
const SECRET_WORD =
  /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|auth[_-]?key|encryption[_-]?key|signing[_-]?key|credentials?|client[_-]?secret|(?:role|secret)[_-]?id|unseal[_-]?key|webhook[_-]?url|pgpassword)(?:$|[_.-]|\d)/i;

/** Endings that name where a secret is, or something about it, and not the secret itself. */
const NOT_THE_VALUE =
  /[_.-](?:file|path|dir|url|uri|name|arn|ttl|type|length|header|endpoint|ref|version|mount|enabled|expiry|expires|timeout|policy|prefix|suffix|id_file)$/i;

/** True where a variable of this name holds a secret itself. */
export function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return SECRET_WORD.test(words) && (!NOT_THE_VALUE.test(words) || /webhook[_-]?url$/i.test(words));
}
