/** A value as Vault reads it, or why it can't. */
export interface ReadValue {
  value: string;
  defect?: string;
}

const SIMPLE_ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  '"': 34,
};

/** Digits of `\x`, `\u` and `\U`. */
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const HIGHEST_CODE_POINT = 0x10ffff;

/**
 * Unquotes a string that the scanner took. In HCL, `${...}` stands for itself; in JSON it has no meaning, and a half of
 * a surrogate pair is refused.
 */
export function unquote(text: string, language: 'hcl' | 'json'): ReadValue {
  const content = text.slice(1, -1);
  if (!content.includes('\\') && !(language === 'hcl' && content.includes('${'))) return { value: content };
  const parts: (string | number)[] = [];
  let hasBytes = false;
  let at = 0;
  while (at < content.length) {
    if (language === 'hcl' && content.startsWith('${', at)) {
      const end = endOfInterpolation(content, at + 2);
      const inner = content.slice(at, end);
      if (inner.includes('\ufffd')) return { value: content, defect: 'characters that are not UTF-8 in ${...}' };
      parts.push(inner);
      at = end;
      continue;
    }
    if (content[at] !== '\\') {
      let end = at + 1;
      while (end < content.length && content[end] !== '\\' && content[end] !== '$') end++;
      parts.push(content.slice(at, end));
      at = end;
      continue;
    }
    const found = readEscape(content, at, language);
    if ('defect' in found) return { value: content, defect: found.defect };
    hasBytes ||= found.isByte;
    parts.push(found.isByte ? found.code : String.fromCodePoint(found.code));
    at = found.end;
  }
  return { value: hasBytes ? joinBytes(parts) : parts.join('') };
}

/** Offset after the brace that closes `${`. */
function endOfInterpolation(content: string, start: number): number {
  let braces = 1;
  for (let at = start; at < content.length; at++) {
    if (content[at] === '{') braces++;
    else if (content[at] === '}' && --braces === 0) return at + 1;
  }
  return content.length;
}

/** An escape sequence; where the scanner took one that is not complete, it has said so. */
function readEscape(
  content: string,
  start: number,
  language: 'hcl' | 'json',
): { code: number; isByte: boolean; end: number } | { defect: string } {
  const letter = content[start + 1] ?? '';
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { code: simple, isByte: false, end: start + 2 };
  const length = HEX_ESCAPES[letter];
  const from = length === undefined ? start + 1 : start + 2;
  const end = from + (length ?? 3);
  const digits = content.slice(from, end);
  const isComplete =
    digits.length === (length ?? 3) && (length === undefined ? /^[0-7]+$/ : /^[0-9a-fA-F]+$/).test(digits);
  const code = isComplete ? Number.parseInt(digits, length === undefined ? 8 : 16) : Number.NaN;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const highest = length === undefined ? 0xff : HIGHEST_CODE_POINT;
  if (!(code <= highest) || (isSurrogate && language === 'json'))
    return { defect: `escape ${content.slice(start, end)}, which stands for no character` };
  const isByte = (length === undefined || letter === 'x') && code >= 0x80;
  return { code: isSurrogate ? 0xfffd : code, isByte, end };
}

/** Text of which some characters were written as bytes (`\xc3\xa9`). */
function joinBytes(parts: readonly (string | number)[]): string {
  const chunks = parts.map((part) => (typeof part === 'number' ? Uint8Array.of(part) : Buffer.from(part, 'utf8')));
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The content of a heredoc whose text runs from `<<` to the end of its last line. With `<<-` the indent of the last
 * line is taken off every line, but only where every line has it.
 */
export function heredocContent(text: string): string {
  const anchor = text.indexOf('\n');
  if (text[2] !== '-') return text.slice(anchor + 1, text.length - anchor + 1);
  const lines = text.slice(anchor + 1, text.length - anchor + 2).split('\n');
  const indent = lines.at(-1)!;
  if (!lines.every((line) => line.startsWith(indent)))
    return text.slice(anchor + 1, text.length - anchor + 1).replace(/[ \t]+$/, '');
  return [...lines.slice(0, -1).map((line) => line.slice(indent.length)), ''].join('\n');
}

/** A number in decimal notation: `1`, `1.`, `.5`, `-1.5e3`. */
const DECIMAL = /^-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

const INTEGER_LIMIT = 2n ** 63n;

/** A number as Go reads it: `0x1f` and `017` are hexadecimal and octal, and an integer has 64 bits. */
export function readNumber(text: string): { value: number; defect?: string } {
  const defect = `number ${text.trim()}, which can't be read`;
  if (isFloat(text)) {
    const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? { value } : { value: Number.NaN, defect };
  }
  const digits = text.replace('-', '');
  const isOctal = /^0[0-9]/.test(digits);
  if ((isOctal && /[89]/.test(digits)) || /[xX]$/.test(digits)) return { value: Number.NaN, defect };
  const size = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
  const value = text.startsWith('-') ? -size : size;
  if (value >= INTEGER_LIMIT || value < -INTEGER_LIMIT) return { value: Number(value), defect };
  return { value: Number(value) };
}

/** True for a number that is written with a point or an exponent. */
export function isFloat(text: string): boolean {
  return !/^-?0[xX]/.test(text) && /[.eE]/.test(text);
}

/** Text of a file in a message: one line, not too long. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}
