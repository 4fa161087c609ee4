import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HclItem, type HclValue, parseHcl, parseHclJson } from '../../src/parsers/hcl.ts';

/** A value without its places. */
function plain(value: HclValue): unknown {
  if (value.type === 'literal') return value.defect ? { defect: value.defect } : value.value;
  if (value.type === 'list') return value.items.map(plain);
  return value.items.map(({ keys, value: inner }) => [keys.map((key) => key.value).join(' '), plain(inner)]);
}

function items(text: string): unknown {
  const { body, errors } = parseHcl(text);
  expect(errors).toEqual([]);
  return plain(body);
}

function firstError(text: string): string {
  const [error] = parseHcl(text).errors;
  return error ? `${error.line}:${error.column} ${error.message}` : 'none';
}

describe('HCL', () => {
  test('blocks, attributes, lists and comments', () => {
    const text = `# one\n// two\n/* three */ name = "x"\npath "a/*" { capabilities = ["read", "list",] }\n"q" 'x' {}`;
    expect(items(text.replace("'x'", '"x"'))).toEqual([
      ['name', 'x'],
      ['path a/*', [['capabilities', ['read', 'list']]]],
      ['q x', []],
    ]);
  });

  test('several attributes on a line, commas between them, and lists within lists without a comma', () => {
    expect(items('a = 1 b = 2, c = [[1] [2]]')).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', [[1], [2]]],
    ]);
  });

  test.each([
    ['"a\\tb\\"c\\\\"', 'a\tb"c\\'],
    ['"\\u00e9\\x41\\101"', 'éAA'],
    ['"\\xc3\\xa9"', 'é'],
    ['"${file("a\\n")} \\n"', '${file("a\\n")} \n'],
    ['0x1F', 31],
    ['017', 15],
    ['-0x10', -16],
    ['1.5e3', 1500],
    ['.5', 0.5],
    ['true', true],
    ['<<EOF\na\nb\nEOF\n', 'a\nb\n'],
    ['<<-EOF\n  a\n    b\n  EOF\n', 'a\n  b\n'],
    ['<<-EOF\n a\n  EOF\n', ' a\n'],
    ['<<EOF\r\na\r\nEOF\r\n', 'a\n'],
  ])('the value of %j', (text, value) => {
    expect(items(`a = ${text}`)).toEqual([['a', value]]);
  });

  test.each([
    ['08', 'number 08'],
    ['9223372036854775808', 'number 9223372036854775808'],
    ['1e', 'number 1e'],
    ['"\\777"', 'escape \\777'],
    ['"\\U00110000"', 'escape \\U00110000'],
  ])('%s is taken and has no value', (text, defect) => {
    expect(items(`a = ${text}`)).toEqual([['a', { defect: expect.stringContaining(defect) }]]);
  });

  test('a key without a value is passed over at the very end only', () => {
    expect(items('a = 1\nb =')).toEqual([['a', 1]]);
    expect(firstError('a {\n b =')).toMatch(/^2:5 end of the text as the value of b, expected a string/);
  });

  test.each([
    ['path "a" {\n  capabilities = ["read" "list"]\n}', '2:26 string in a list, expected , or ]'],
    ['path "a" {', '1:11 end of the text, expected } of the block opened on line 1'],
    ['path "a"', '1:9 end of the text after key path a, expected = or {'],
    ['a b = 1', '1:5 = after several keys (a b), expected {'],
    ['}', '1:1 }, expected a key'],
    ['a = b', '1:5 word b as the value of a, expected a string'],
    ['a = 1\n"a" = 2\na = 3', '3:1 a is set twice, expected once'],
    ['a = "x\n', '1:5 string that is not closed, expected " on the same line'],
    ['a = "\\q"', '1:6 escape that HCL does not know'],
    ['a = <<EOF\nx\nEOF', '1:5 heredoc that is not closed, expected a line that is EOF alone, ended by a newline'],
    ['a = <<-EOF\n  x\nEOF\n', '1:5 heredoc that is not closed, expected a line with EOF after at least one space'],
    ['a = <EOF\n', '1:5 single <'],
    ['a = 018', '1:5 octal number with 8 or 9'],
    ['a = 0x', '1:5 hexadecimal number without digits'],
    ['/* a', '1:1 comment that is not closed, expected */'],
    ['a = 1 \0', '1:7 NUL character (byte 0x00)'],
    ['\ufeffa = 1', '1:1 byte-order mark at the start'],
    ["a = 'x'", "1:5 character ', expected"],
    ['\u00a0a = 1', '1:1 character U+00A0'],
    ['true = 1', '1:1 word true, expected a key'],
    ['é\r\n = ]', '2:4 ] as the value of é'],
  ])('%j is refused', (text, message) => {
    expect(firstError(text)).toContain(message);
  });

  test('a byte-order mark is one error, and what follows it is read', () => {
    const { body, errors } = parseHcl('\ufeffpath "a" {}\n');
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(body)).toContain('"path"');
  });

  test('after an error the rest is kept, with the places of the original text', () => {
    const text = 'path "a" {\r\n  capabilities = ["read" "list"]\r\n  policy = "write"\r\n}\r\npath "b" {}\r\n';
    const { body, errors } = parseHcl(text, { base: 100, firstLine: 11 });
    expect(errors).toEqual([expect.objectContaining({ line: 12 })]);
    expect(plain(body)).toEqual([
      [
        'path a',
        [
          ['capabilities', ['read']],
          ['policy', 'write'],
        ],
      ],
      ['path b', []],
    ]);
    const last = body.items[1]!;
    expect(text.slice(last.range.start - 100, last.range.end - 100)).toBe('path "b" {}');
  });

  test('an attribute that is set twice is taken when it is asked for', () => {
    expect(parseHcl('a = 1\na = 2', { allowDuplicates: true }).errors).toEqual([]);
  });
});

describe('the JSON form', () => {
  test('objects of objects and lists of objects become items with several keys', () => {
    const text = '{"path": {"a": {"policy": "read"}, "b": {"c": {}}}, "x": [{"y": 1}, {"y": 2}]}';
    expect(items(text)).toEqual([
      ['path a', [['policy', 'read']]],
      ['path b c', []],
      ['x', [['y', 1]]],
      ['x', [['y', 2]]],
    ]);
    const item = parseHcl(text).body.items[0] as HclItem;
    expect(text.slice(item.range.start, item.range.end)).toBe('"a": {"policy": "read"}');
  });

  test('is read as loosely as HCL 1 reads it', () => {
    expect(items('{"a": 1,} rest')).toEqual([['a', 1]]);
    expect(items('{"a": 1 "b": 2}')).toEqual([['a', 1]]);
    expect(items('{"a": 1')).toEqual([['a', 1]]);
    expect(items('{"a": }')).toEqual([]);
    expect(items('{"a": [true, 1, [2]], "b": 3}')).toEqual([['a', [1, 2]]]);
    expect(items('{"a": null}')).toEqual([['a', '']]);
  });

  test.each([
    ['{a: 1}', '1:2 word a'],
    ['{"a": 01}', '1:7 number that begins with 0'],
    ['{"a": "x\n"}', '1:7 string that is not closed'],
    ['{"a": "\\/"}', '1:8 escape'],
    ['{"a": [null]}', '1:8 null, expected a value or ]'],
    ['{"a": # c\n1}', '1:7 illegal character'],
  ])('%j is refused', (text, message) => {
    expect(firstError(text)).toContain(message);
  });

  test('can be asked for', () => {
    expect(parseHclJson('a = 1').errors).toHaveLength(1);
    expect(parseHcl('{"a": 1}', { format: 'hcl' }).errors).not.toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['path', '"a/*"', '{', '}', '[', ']', '=', ',', ':', '\n', ' ', '\r\n', '1', '1e', 'true', '"', '\\', '${'],
    ...['<<EOF\n', '<<-E\n', 'EOF\n', '#', '/*', '*/', '\0', 'é', '\ud800', 'capabilities = ["read"]\n', 'null'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
  );

  /** Every range within the text, and within the range around it. */
  function checkRanges(value: HclValue, outer: { start: number; end: number }): void {
    expect(value.range.start).toBeGreaterThanOrEqual(outer.start);
    expect(value.range.end).toBeLessThanOrEqual(outer.end);
    expect(value.range.end).toBeGreaterThanOrEqual(value.range.start);
    if (value.type === 'literal') return;
    for (const item of value.items) checkRanges('type' in item ? item : item.value, outer);
  }

  test('never throws, keeps every place in the text, and gives plain data', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const format of ['hcl', 'json'] as const) {
          const file = parseHcl(text, { format });
          checkRanges(file.body, { start: 0, end: text.length });
          expect(structuredClone(file)).toEqual(file);
          for (const { line, column } of file.errors) {
            expect(line).toBeLessThanOrEqual(text.split('\n').length);
            expect(column).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['brackets', `a = ${'['.repeat(1e6)}`],
    ['braces', 'a {'.repeat(1e6)],
    ['JSON objects', '{"a":'.repeat(1e6)],
    ['JSON lists', `{"a":${'[{"a":'.repeat(1e6)}`],
    ['open strings', 'path "x {\n'.repeat(1e5)],
    ['open heredocs', 'a = <<EOF\n'.repeat(1e5)],
    ['interpolations', '"${'.repeat(1e6)],
  ])('%s without end are told', (_name, text) => {
    const { errors } = parseHcl(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(100);
  });
});
