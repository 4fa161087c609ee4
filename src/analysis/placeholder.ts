/** Words that documentation and templates put where a value belongs. */
const WORDS =
  /^(?:change[-_ ]?me|change[-_ ]?(?:it|this|thisvalue)|example|placeholder|dummy|redacted|masked|hidden|secret|password|passwd|pass|token|none|null|nil|undefined|true|false|todo|tbd|fixme|default|empty|test|foo|bar|baz|value|string|required|optional|enabled|disabled|unset|yes|no)\d{0,3}$/i;

/** Beginnings of "put your own here". */
const YOURS = /^(?:your|my|the|some|insert|enter|put|replace|set|add|use|xxx|an?|fake|sample|example)[-_ .]/i;

/** `${X}`, `$X`, `%X%`, `{{ x }}`, `<x>`, `[x]`, `@x@`, `%(x)s`, `#{x}`: the value comes from elsewhere. */
const REFERENCE = /^(?:\$|%[\w(]|\{\{|\{%|<|\[|@\w+@|#\{|__\w+__$|\*)|\$\{|\$\(|\{\{|<%/;

/** A name in capitals, or a dotted or called expression, is code and no value. */
const EXPRESSION =
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|[()]|^[a-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$|=>|^(?:self|this|process|os|env|config|settings|var|local|data|module|vault|secrets?)[.[]/;

/** A token of Vault (`hvs.`, before 1.10 `s.`), which looks like a dotted expression. */
const VAULT_TOKEN = /^(?:hv[sbr]|[sbr])\.[A-Za-z0-9_-]{24}/;

/** Paths and addresses of a file, not a value. */
const PATH =
  /^(?:~|@|\.{1,2})?\/[\w.@-]+(?:\/|$)|^[A-Za-z]:\\|^(?:file|https?):\/\/|\.(?:pem|key|crt|json|ya?ml|txt|env|tpl|js|ts|py|go|rb)$/i;

/** True where a value is plainly not a secret but stands in for one. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length === 0) return true;
  return (
    WORDS.test(text) ||
    YOURS.test(text) ||
    REFERENCE.test(text) ||
    (EXPRESSION.test(text) && !VAULT_TOKEN.test(text)) ||
    PATH.test(text) ||
    /^(.)\1*$/.test(text) ||
    /(?:x{5,}|X{5,}|\.{3,}|\*{3,}|-{5,}|_{4,})/.test(text) ||
    /^[\d.,:\s-]+$/.test(text)
  );
}
