import { expect, test } from 'vitest';
import { memberPath } from '../../src/sources/image/member-path.ts';

test.each([
  ['etc/app.conf', 'etc/app.conf', false],
  ['./etc/app.conf', 'etc/app.conf', false],
  ['/etc//app.conf', 'etc/app.conf', false],
  ['etc/./x/', 'etc/x', false],
  ['.env', '.env', false],
  ['a/.wh.b', 'a/.wh.b', false],
  ['./', '', false],
  ['a/../b', 'b', false],
  ['..', '', true],
  ['../etc/x', 'etc/x', true],
  ['a/../../b', 'b', true],
  ['.//../x', 'x', true],
  ['a/..', '', false],
  ['..a/b..', '..a/b..', false],
])('%s', (name, path, isOutside) => {
  expect(memberPath(name)).toEqual({ path, isOutside });
});
