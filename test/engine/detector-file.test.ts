import { expect, test } from 'vitest';
import { parseDetectorFile } from '../../src/engine/detector-file.ts';
import { RuleFileError } from '../../src/model/errors.ts';

const GOOD = `title: shop token
severity: high
confidence: high
keywords: [shop_]
pattern: (?<secret>shop_[a-z]{8})
why: it opens the shop
fix: revoke it
references: [https://shop.example/]
examples:
  bad: [shop_abcdefgh]
  good: [shop_]
`;

const options = { file: 'rules/secrets/shop.yaml', id: 'secrets/shop' };

test('reads a detector', () => {
  const { detector, examples } = parseDetectorFile(GOOD, options);
  expect(detector).toMatchObject({ id: 'secrets/shop', family: 'secrets', type: 'detector', severity: 'high' });
  expect(examples).toEqual({ bad: ['shop_abcdefgh'], good: ['shop_'] });
});

test.each([
  ['a missing field', GOOD.replace(/^why: .*\n/m, ''), ':1: why is missing'],
  ['a wrong severity', GOOD.replace('severity: high', 'severity: awful'), ':2: severity must be one of info'],
  ['a pattern that does not compile', GOOD.replace('[a-z]{8}', '[a-z'), ':5: pattern does not compile'],
  ['a pattern without its group', GOOD.replace('?<secret>', '?:'), ':5: pattern has no group'],
  ['no keyword', GOOD.replace('[shop_]', '[]'), ':4: keywords must be a list'],
  ['an unknown key', `${GOOD}colour: red\n`, ':12: colour is no known key'],
  ['no bad example', GOOD.replace('[shop_abcdefgh]', '[]'), ':9: examples must hold'],
  ['broken YAML', `${GOOD}  - x: [`, ':1'],
])('%s is an error that names file and line', (_name, text, message) => {
  let error: unknown;
  try {
    parseDetectorFile(text, options);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(RuleFileError);
  expect((error as Error).message).toContain(`rules/secrets/shop.yaml${message}`);
});
