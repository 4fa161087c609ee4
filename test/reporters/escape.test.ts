import { describe, expect, test } from 'vitest';
import {
  escapeCommandData,
  escapeCommandProperty,
  escapeMarkdown,
  escapeText,
  escapeXml,
  safeJson,
} from '../../src/reporters/escape.ts';

describe('escapeText', () => {
  test.each([
    ['an escape', 'a\x1b[31mb', 'a\\x1b[31mb'],
    ['a line end', 'a\r\nb', 'a\\x0d\\x0ab'],
    ['a C1 control', 'a\x9bb', 'a\\x9bb'],
    ['a turn of direction', 'a\u202eb', 'a\\u{202e}b'],
    ['a zero width', 'a\u200bb', 'a\\u{200b}b'],
    ['a workflow command', '::error::x', '\\x3a:error::x'],
    ['a workflow command behind blanks', '  ::error::x', '  \\x3a:error::x'],
    ['a command of the older form', 'a ##[error]x', 'a #\\x23[error]x'],
  ])('shows %s', (_name, text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });
  test('leaves letters of all languages, tabs and colons inside a line', () => {
    expect(escapeText('größe\t日本語 a::b 🙂')).toBe('größe\t日本語 a::b 🙂');
  });
});

describe('safeJson', () => {
  test('gives the same value back', () => {
    const value = { name: 'a\x1b\u202e\n::error::x ##[error]', list: [1, null, '\u2028'] };
    expect(JSON.parse(safeJson(value))).toEqual(value);
  });
  test('prints no control and no command', () => {
    const text = safeJson({ name: '\x1b\x7f\x9b\u202e\u2028 ##[error]' });
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]|##\[/);
  });
});

test('escapeXml leaves no character that XML forbids', () => {
  expect(escapeXml('<a b="c">&\'\x00\x1b\ufffe\ud800')).toBe(
    '&lt;a b=&quot;c&quot;&gt;&amp;&apos;\\x00\\x1b\\u{fffe}\\u{d800}',
  );
  expect(escapeXml('🙂')).toBe('🙂');
});

test('escapeMarkdown leaves one cell of plain text', () => {
  const escaped = escapeMarkdown('a|b\n<img> `c` [d](e) @f *g* _h_ #1 ~i~ \\ !');
  expect(escaped).not.toMatch(/[|\n<>`[\]()@*_~\\!]/);
});

describe('workflow commands', () => {
  test('data can not end its line', () => {
    expect(escapeCommandData('a%\r\n::error::b')).toBe('a%25%0D%0A::error::b');
    expect(escapeCommandData('\x1b[31m')).toBe('\\x1b[31m');
  });
  test('a property can not end itself', () => {
    expect(escapeCommandProperty('a:b,c%')).toBe('a%3Ab%2Cc%25');
  });
});
