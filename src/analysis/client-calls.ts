import type { ClientCode, CodeToken } from '../model/client-code.ts';

/** A call in a program. */
export interface ClientCall {
  /** Names in front of the bracket, joined by dots: `client.secrets.kv.v2.read_secret_version`. */
  callee: string;
  /** Index of the first token of the callee. */
  start: number;
  /** Indices of the tokens between the brackets, end exclusive. */
  from: number;
  end: number;
}

/** Names whose call gives a secret or a token of Vault. */
const FETCH =
  /(?:^|\.)(?:read_secret(?:_version)?|generate_credentials|get_static_credentials|unwrap|Logical\(\)\.Read(?:WithContext)?|KVv[12]\(\)\.Get|Logical\(\)\.Unwrap(?:WithContext)?|Secrets\.KvV[12]Read\w*|Logical\(\)\.Write)$/;

/** Clients of JavaScript and Python call it `read`, which many other things have as well. */
const VAULT_READ = /(?:^|\.)(?:\w*[vV]ault\w*|client)\.(?:read|unwrap|getSecret|kvRead|readKVSecret)$/;

const callsByCode = new WeakMap<ClientCode, ClientCall[]>();

/** All calls, in the order of their brackets. */
export function callsOf(code: ClientCode): ClientCall[] {
  const known = callsByCode.get(code);
  if (known) return known;
  const { tokens } = code;
  const calls = tokens.flatMap((token, i): ClientCall[] => {
    if (token.text !== '(' || token.type !== 'sign' || token.partner === undefined) return [];
    const start = calleeStart(tokens, i);
    if (start === i) return [];
    return [{ callee: calleeText(tokens, start, i), start, from: i + 1, end: token.partner }];
  });
  callsByCode.set(code, calls);
  return calls;
}

/** Goes back over `a.b(c).d` and `require("x")` to where the name begins. */
function calleeStart(tokens: readonly CodeToken[], bracket: number): number {
  let at = bracket;
  for (;;) {
    const before = tokens[at - 1];
    if (before?.type === 'word' && !isKeyword(before.text)) at--;
    else if (before?.text === ')' && before.partner !== undefined && before.partner < at) at = before.partner;
    else break;
    if (tokens[at]?.type === 'word') {
      if (tokens[at - 1]?.text === '?') break;
      if (tokens[at - 1]?.text !== '.') break;
      at--;
    }
  }
  return tokens[at]?.text === '.' ? at + 1 : at;
}

function isKeyword(text: string): boolean {
  return /^(?:if|for|while|switch|return|await|func|function|def|in|not|and|or|new|typeof|catch|range|go|defer|yield)$/.test(
    text,
  );
}

/** Brackets between names stay, what stands in them does not. */
function calleeText(tokens: readonly CodeToken[], start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    const { text: word, partner, type } = tokens[i]!;
    if (word === '(' && type === 'sign' && partner !== undefined) {
      const [argument] = [tokens[i + 1]];
      text += argument?.type === 'string' && partner === i + 2 ? `(${argument.text})` : '()';
      i = partner;
    } else text += word;
  }
  return text;
}

/** Names that hold a secret or a token that a call of Vault gave. */
export function secretNames(code: ClientCode): Set<string> {
  const names = new Set<string>();
  const { tokens } = code;
  const fetches = callsOf(code).filter(({ callee }) => FETCH.test(callee) || VAULT_READ.test(callee));
  for (const { start } of fetches) for (const name of assignedBefore(tokens, start)) names.add(name);
  // What is taken out of an answer is assigned from it: `pw = answer["data"]["data"]["password"]`.
  for (let round = 0; round < 3; round++) {
    const size = names.size;
    for (const [i, token] of tokens.entries()) {
      if (token.type !== 'word' || !names.has(token.text) || tokens[i - 1]?.text === '.') continue;
      if (!isTakenOut(tokens, i)) continue;
      for (const name of assignedBefore(tokens, i)) names.add(name);
    }
    if (names.size === size) break;
  }
  names.delete('err');
  names.delete('_');
  return names;
}

/** Fields of an answer that are no secret. */
const NO_SECRET =
  /^(?:lease_?id|lease_?duration|metadata|renewable|warnings|request_?id|accessor|policies|errors|status|statusCode|length|keys|created_time|\w*version|(?:\w*_)?(?:\w*user|username|\w*host|hostname|port|db|database|dbname|name|url|role|region|ttl))$/i;

/** True where nothing harmless is taken out of a name: `x.data`, `x["a"]`, `x.get("a")`, but not `x.lease_id`. */
function isTakenOut(tokens: readonly CodeToken[], index: number): boolean {
  for (let at = index + 1; at < tokens.length; ) {
    const { text, type, partner } = tokens[at]!;
    if (type !== 'sign') return true;
    if (text === '.' || text === '?' || text === '!') at++;
    else if ((text === '[' || text === '(') && partner !== undefined) {
      if (tokens.slice(at + 1, partner).some((inner) => NO_SECRET.test(inner.text))) return false;
      at = partner + 1;
    } else return true;
    const field = tokens[at];
    if (text !== '.' || field?.type !== 'word') continue;
    if (NO_SECRET.test(field.text)) return false;
    at++;
  }
  return true;
}

/** Names left of the `=` or `:=` in front of an expression; `const { data } = await` gives `data`. */
function assignedBefore(tokens: readonly CodeToken[], index: number): string[] {
  let at = index - 1;
  while (/^(?:await|new|\()$/.test(tokens[at]?.text ?? '')) at--;
  if (tokens[at]?.text !== '=' || (/^[=!<>+]$/.test(tokens[at - 1]?.text ?? '') && tokens[at - 1]?.text !== ':'))
    return [];
  at -= tokens[at - 1]?.text === ':' ? 2 : 1;
  if (isArgument(tokens, at)) return [];
  const names: string[] = [];
  for (; at >= 0; at--) {
    const { text, type, partner } = tokens[at]!;
    if (text === '}' && partner !== undefined) {
      for (let i = partner + 1; i < at; i++) if (tokens[i]!.type === 'word') names.push(tokens[i]!.text);
      return names;
    }
    if (type !== 'word') return names;
    names.push(text);
    if (tokens[at - 1]?.text !== ',') return tokens[at - 1]?.text === '.' ? [] : names;
    at--;
  }
  return names;
}

/** True inside the brackets of a call, where `name=value` is an argument and no assignment. */
function isArgument(tokens: readonly CodeToken[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const { text, type, partner } = tokens[at]!;
    if (type !== 'sign') continue;
    if (partner !== undefined && partner < at) at = partner;
    else if (/^[([{]$/.test(text)) return text === '(';
  }
  return false;
}

/** True where a stretch of tokens uses one of the names, as a word or inside a template. */
export function usedName(code: ClientCode, call: ClientCall, names: ReadonlySet<string>): string | undefined {
  for (let i = call.from; i < call.end; i++) {
    const { type, text, isTemplate } = code.tokens[i]!;
    if (
      type === 'word' &&
      names.has(text) &&
      code.tokens[i - 1]?.text !== '.' &&
      isTakenOut(code.tokens, i) &&
      !isNamed(code.tokens, i)
    )
      return text;
    if (!isTemplate) continue;
    for (const [, name, rest] of text.matchAll(/\{\s*([A-Za-z_$][\w$]*)([^}]*)/g))
      if (names.has(name!) && !/\blen\b|length|keys|lease|metadata|version/i.test(rest!)) return name;
  }
  return undefined;
}

/** `name=` in a call of Python and `name:` in an object are names of arguments; `len(x)` and `typeof x` tell nothing. */
function isNamed(tokens: readonly CodeToken[], index: number): boolean {
  const after = tokens[index + 1]?.text ?? '';
  if ((after === '=' && tokens[index + 2]?.text !== '=') || after === ':') return true;
  return (
    /^(?:len|bool|type|typeof|Boolean)$/.test(tokens[index - 1]?.text ?? '') ||
    /^(?:len|bool|type|Boolean)$/.test(tokens[index - 2]?.text ?? '')
  );
}
