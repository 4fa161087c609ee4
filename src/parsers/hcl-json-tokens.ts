import type { HclSource } from './hcl-source.ts';

/** Kinds of tokens of the JSON form. */
export type JsonTokenType =
  | 'end'
  | 'number'
  | 'float'
  | 'bool'
  | 'null'
  | 'string'
  | 'illegal'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '.'
  | ':';

/** One token; offsets are those of `HclSource.text`. */
export interface JsonToken {
  type: JsonTokenType;
  start: number;
  end: number;
}

const PUNCTUATION = new Set(['[', ']', '{', '}', ',', ':']);

/** What HCL 1 takes for a word; only three words mean something. */
const WORD = /[A-Za-z_\p{L}][\w\-\p{L}\p{Nd}]*/uy;
/** `.` and `e` may stand without digits; what stands in place of an exponent's digits is taken along. */
const NUMBER = /-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?(?:[0-9]+|[\s\S]|$))?/uy;
/** The `e` is taken along, its digits are not. */
const POINT = /\.(?:[0-9]+[eE]?)?/y;
/** What may follow a backslash: the escapes of HCL, so `\/` is none. */
const ESCAPE = /(?:[abfnrtv\\"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;

/** Cuts JSON into tokens as the JSON scanner of HCL 1 does, which is not quite JSON. */
export class JsonScanner {
  readonly #source: HclSource;
  readonly #text: string;
  #at = 0;

  constructor(source: HclSource) {
    this.#source = source;
    this.#text = source.text;
  }

  /** The next token. */
  next(): JsonToken {
    const text = this.#text;
    while (text[this.#at] === ' ' || text[this.#at] === '\n' || text[this.#at] === '\t' || text[this.#at] === '\r')
      this.#at++;
    const start = this.#at;
    if (start >= text.length) return { type: 'end', start, end: start };
    return { type: this.#scan(start), start, end: this.#at };
  }

  #scan(start: number): JsonTokenType {
    const char = this.#text[start]!;
    this.#at = start + 1;
    if (PUNCTUATION.has(char)) return char as JsonTokenType;
    if (char === '"') return this.#scanString(start);
    // A NUL ends the text for the parser of HCL 1, which then goes on behind it.
    if (char === '\0') return 'end';
    if (char === '.') {
      this.#at = this.#run(POINT, start);
      return this.#at === start + 1 ? '.' : 'float';
    }
    const number = this.#run(NUMBER, start);
    if (number > start) return this.#scanNumber(start, number);
    const word = this.#text.slice(start, this.#run(WORD, start));
    if (word === 'true' || word === 'false' || word === 'null') {
      this.#at = start + word.length;
      return word === 'null' ? 'null' : 'bool';
    }
    const shown = word || String.fromCodePoint(this.#text.codePointAt(start)!);
    this.#at = start + shown.length;
    this.#source.report(
      word === '' ? 'illegal character, expected JSON' : `word ${word}, expected true, false or null`,
      start,
    );
    return 'illegal';
  }

  #scanNumber(start: number, end: number): JsonTokenType {
    this.#at = end;
    const text = this.#text.slice(start, end);
    if (/[.eE]/.test(text)) return 'float';
    const isAtEnd = end >= this.#text.length || this.#text[end] === '\0';
    if (/^-?0[0-9]/.test(text) || (/^-?0$/.test(text) && isAtEnd))
      this.#source.report('number that begins with 0, expected no leading zero', start);
    return 'number';
  }

  #scanString(start: number): JsonTokenType {
    const text = this.#text;
    for (let at = start + 1; at < text.length; at++) {
      const char = text[at]!;
      if (char === '"') {
        this.#at = at + 1;
        return 'string';
      }
      if (char === '\n' || char === '\0') {
        this.#at = at;
        this.#source.report('string that is not closed, expected " on the same line', start);
        return 'string';
      }
      if (char !== '\\') continue;
      const end = this.#run(ESCAPE, at + 1);
      if (end === at + 1) this.#source.report('escape that HCL does not know in its JSON form', at);
      else at = end - 1;
    }
    this.#at = text.length;
    this.#source.report('string that is not closed, expected "', start);
    return 'string';
  }

  #run(pattern: RegExp, start: number): number {
    pattern.lastIndex = start;
    return start + (pattern.exec(this.#text)?.[0].length ?? 0);
  }
}
