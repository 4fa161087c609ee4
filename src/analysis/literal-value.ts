import { isPlaceholder } from './placeholder.ts';

/** A file: several lower-case parts, or the ending of a key file; base64 of a secret has neither. */
const FILE = /^(?:~|\.{1,2})?(?:\/[a-z0-9._@-]+){2,}\/?$|^[\w.~/-]*\/[\w.-]+\.(?:pem|key|crt|json|ya?ml|txt|p12|jks)$/;

/** True where a value is written out, and is neither a reference to something else nor empty. */
export function isLiteral(value: string | undefined): value is string {
  if (value === undefined) return false;
  const text = value.replace(/^(["'])(.*)\1$/s, '$2').trim();
  if (text === '' || /\$\{|\$\(|^\$|\{\{|^%/.test(text)) return false;
  if (FILE.test(text) || /^<[^<>]*>$/.test(text)) return false;
  return !/^(?:true|false|null|none|yes|no|on|off|\d{1,5}|\/run\/secrets\/.*)$/i.test(text);
}

/** True where a literal value looks like a real secret and not like a stand-in. */
export function isRealValue(value: string | undefined): value is string {
  return isLiteral(value) && !isPlaceholder(value);
}

/** An `http://` address that leaves the machine or the container. */
export function isPlainHttp(value: string | undefined): boolean {
  if (value === undefined) return false;
  return /^["']?http:\/\/(?!(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/"']|$))/i.test(value.trim());
}

/** `1`, `true`, `t`: what Vault's environment variables take for yes. */
export function isTruthy(value: string | undefined): boolean {
  return /^["']?(?:1|t|true|yes)["']?$/i.test((value ?? '').trim());
}
