import type { HclSource } from './hcl-source.ts';

/** Kinds of tokens; punctuation is its own kind. */
export type HclTokenType =
  | 'end'
  | 'identifier'
  | 'number'
  | 'float'
  | 'bool'
  | 'string'
  | 'heredoc'
  | 'illegal'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '.'
  | '='
  | '+'
  | '-';

/** One token; offsets are those of `HclSource.text`. */
export interface HclToken {
  type: HclTokenType;
  start: number;
  end: number;
}

const PUNCTUATION = new Set(['[', ']', '{', '}', ',', '=', '+']);

/** An identifier: letters, then digits, `-` and `.` too, as HCL 1 has it. Sticky: it starts where the scanner is. */
const IDENTIFIER = /[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*/y;
/** The same, exactly: only the letters and digits of Unicode among what is not ASCII. */
const UNICODE_IDENTIFIER = /[A-Za-z_\p{L}][\w.\-\p{L}\p{Nd}]*/uy;
/** What stands after `<<`: the word alone on the rest of its line; a stray `\r` belongs to it. */
const HEREDOC_ANCHOR = /-?[A-Za-z_0-9\p{L}\p{Nd}]*(?:\r(?=\n))?/uy;
const DIGITS = /[0-9]*/y;
const HEX_DIGITS = /[0-9a-fA-F]*/y;

/** Cuts a text into tokens exactly as the scanner of HCL 1 does, oddities included; spaces and comments are left out. */
export class HclScanner {
  readonly #source: HclSource;
  readonly #text: string;
  #at = 0;

  constructor(source: HclSource) {
    this.#source = source;
    this.#text = source.text;
    if (this.#text.startsWith('\ufeff')) {
      // Vault stops here; what follows is read all the same.
      source.report('byte-order mark at the start, which Vault does not take; save without it', 0);
      this.#at = 1;
    }
    const nul = this.#text.indexOf('\0');
    if (nul !== -1) source.report('NUL character (byte 0x00), which no policy or configuration may hold', nul);
    const reserved = this.#text.indexOf('\ue123');
    if (reserved !== -1) source.report('character U+E123, which is reserved', reserved);
  }

  /** The next token; `end` for ever after the last. */
  next(): HclToken {
    this.#skipSpace();
    const start = this.#at;
    if (start >= this.#text.length) return { type: 'end', start, end: start };
    const type = this.#scan(start);
    return { type, start, end: this.#at };
  }

  #skipSpace(): void {
    const text = this.#text;
    for (;;) {
      const char = text.charCodeAt(this.#at);
      if (char === 32 || char === 10 || char === 9 || char === 13) this.#at++;
      else if (char === 35) this.#skipLine();
      else if (char !== 47) return;
      else if (text[this.#at + 1] === '/') this.#skipLine();
      else if (text[this.#at + 1] === '*') this.#skipBlock();
      else return;
    }
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }

  #skipBlock(): void {
    const end = this.#text.indexOf('*/', this.#at + 2);
    if (end === -1) this.#source.report('comment that is not closed, expected */', this.#at);
    this.#at = end === -1 ? this.#text.length : end + 2;
  }

  #scan(start: number): HclTokenType {
    const char = this.#text[start]!;
    if (PUNCTUATION.has(char)) {
      this.#at++;
      return char as HclTokenType;
    }
    if (char === '"') return this.#scanString(start);
    if (isDigit(char)) return this.#scanNumber(start);
    if (char === '<') return this.#scanHeredoc(start);
    if (char === '-') {
      this.#at++;
      return isDigit(this.#text[start + 1]) ? this.#scanNumber(start + 1) : '-';
    }
    if (char === '.') return this.#scanPoint(start);
    return this.#scanIdentifier(start);
  }

  #scanIdentifier(start: number): HclTokenType {
    IDENTIFIER.lastIndex = start;
    let word = IDENTIFIER.exec(this.#text)?.[0];
    if (word !== undefined && /[^\x00-\x7f]/.test(word)) {
      UNICODE_IDENTIFIER.lastIndex = start;
      word = UNICODE_IDENTIFIER.exec(this.#text)?.[0];
    }
    if (word !== undefined) {
      this.#at = start + word.length;
      return word === 'true' || word === 'false' ? 'bool' : 'identifier';
    }
    const char = String.fromCodePoint(this.#text.codePointAt(start)!);
    this.#at = start + char.length;
    if (char === '\0' || char === '\ue123') return 'illegal';
    this.#source.report(illegalMessage(char), start);
    return 'illegal';
  }

  #scanPoint(start: number): HclTokenType {
    const end = this.#run(DIGITS, start + 1);
    this.#at = end;
    if (end === start + 1) return '.';
    // HCL 1 takes the `e` of an exponent along here, and stops.
    if (isExponent(this.#text[end])) this.#at++;
    return 'float';
  }

  /** `start` is at the first digit; the sign is before it. */
  #scanNumber(start: number): HclTokenType {
    const text = this.#text;
    const isZero = text[start] === '0';
    if (isZero && (text[start + 1] === 'x' || text[start + 1] === 'X')) {
      this.#at = this.#run(HEX_DIGITS, start + 2);
      if (this.#at === start + 2) this.#source.report('hexadecimal number without digits', start);
      return 'number';
    }
    let end = this.#run(DIGITS, start);
    let isFloat = false;
    const whole = text.slice(start, end);
    if (text[end] === '.') {
      isFloat = true;
      end = this.#run(DIGITS, end + 1);
    }
    if (isExponent(text[end])) {
      isFloat = true;
      end = this.#endOfExponent(end + 1);
    }
    this.#at = end;
    // The second digit is not looked at: HCL 1 takes `08` and fails only where it reads the value.
    if (!isFloat && isZero && /[89]/.test(whole.slice(2))) this.#source.report('octal number with 8 or 9', start);
    return isFloat ? 'float' : 'number';
  }

  /** HCL 1 takes whatever stands where the digits of an exponent should be. */
  #endOfExponent(start: number): number {
    const sign = this.#text[start];
    const digits = sign === '-' || sign === '+' ? start + 1 : start;
    const end = this.#run(DIGITS, digits);
    if (end !== digits || end >= this.#text.length) return end;
    return end + String.fromCodePoint(this.#text.codePointAt(end)!).length;
  }

  #scanString(start: number): HclTokenType {
    const text = this.#text;
    let braces = 0;
    for (let at = start + 1; at < text.length; at++) {
      const char = text[at]!;
      if (char === '\n' && braces === 0) {
        this.#at = at;
        this.#source.report('string that is not closed, expected " on the same line', start);
        return 'string';
      }
      if (char === '"' && braces === 0) {
        this.#at = at + 1;
        return 'string';
      }
      if (braces === 0 && char === '$' && text[at + 1] === '{') {
        braces++;
        at++;
      } else if (braces > 0 && char === '{') braces++;
      else if (braces > 0 && char === '}') braces--;
      else if (char === '\\') at = this.#endOfEscape(at);
    }
    this.#at = text.length;
    this.#source.report(`string that is not closed, expected ${braces > 0 ? '} and ' : ''}"`, start);
    return 'string';
  }

  /** Offset of the last character of an escape sequence. */
  #endOfEscape(start: number): number {
    const found = ESCAPE.exec(this.#text.slice(start + 1, start + 10));
    if (found) return start + found[0].length;
    this.#source.report(
      'escape that HCL does not know; expected \\n, \\t, \\r, \\", \\\\, \\a, \\b, \\f, \\v, \\xHH, \\uHHHH, \\UHHHHHHHH or three octal digits',
      start,
    );
    return start;
  }

  #scanHeredoc(start: number): HclTokenType {
    const text = this.#text;
    if (text[start + 1] !== '<') {
      this.#at = start + 1;
      this.#source.report('single <, expected << of a heredoc', start);
      return 'heredoc';
    }
    const anchorEnd = this.#run(HEREDOC_ANCHOR, start + 2);
    const anchor = text.slice(start + 2, anchorEnd);
    const word = anchor.startsWith('-') ? anchor.slice(1) : anchor;
    this.#at = anchorEnd;
    if (text[anchorEnd] !== '\n' || word === '') {
      this.#source.report('heredoc without a word, expected <<WORD at the end of the line', start);
      return 'heredoc';
    }
    let lineStart = anchorEnd + 1;
    for (;;) {
      const lineEnd = text.indexOf('\n', lineStart);
      if (lineEnd === -1) break;
      if (closesHeredoc(text.slice(lineStart, lineEnd), word, anchor)) {
        this.#at = lineEnd + 1;
        return 'heredoc';
      }
      lineStart = lineEnd + 1;
    }
    this.#at = text.length;
    this.#source.report(`heredoc that is not closed, expected a line ${unclosedHint(word, anchor)}`, start);
    return 'heredoc';
  }

  #run(pattern: RegExp, start: number): number {
    pattern.lastIndex = start;
    return start + (pattern.exec(this.#text)?.[0].length ?? 0);
  }
}

/** What may follow a backslash. */
const ESCAPE = /^(?:[abfnrtv\\"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;

/** The word alone on its line; `<<-WORD` needs one more character there, since HCL 1 counts the dash. */
function closesHeredoc(line: string, word: string, anchor: string): boolean {
  const content = line.replace(/^[\t\v\f\r ]+/, '');
  if (!content.startsWith(word) || !/^\r*$/.test(content.slice(word.length))) return false;
  return line.length >= anchor.length;
}

function unclosedHint(word: string, anchor: string): string {
  return anchor.startsWith('-') ? `with ${word} after at least one space` : `that is ${word} alone, ended by a newline`;
}

function illegalMessage(char: string): string {
  const code = char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const shown = /^[\x21-\x7e]$/.test(char) ? `character ${char}` : `character U+${code}`;
  if (char === '/') return 'single /, expected // or /* of a comment';
  return `${shown}, expected a key, a value or one of { } [ ] = ,`;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isExponent(char: string | undefined): boolean {
  return char === 'e' || char === 'E';
}
