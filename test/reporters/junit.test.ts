import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { junit } from '../../src/reporters/junit.ts';
import { HOSTILE_NAMES, PLAIN, sampleFinding, sampleReport } from './sample.ts';

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** Reads XML strictly. @throws at the first thing that is not well-formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({ name, attributes: attributes as Element['attributes'] }),
  );
  parser.write(xml).close();
  return elements;
}

const unread = { kind: 'unread', code: 'vanished', message: 'file vanished', path: 'b' } as const;
const note = { kind: 'coverage', code: 'symbolic-link', message: 'not followed', path: 'c' } as const;

describe('the JUnit report', () => {
  test('is well-formed for every name that a file may have', () => {
    const findings = HOSTILE_NAMES.map((name) => sampleFinding({ path: name, message: name }));
    const problems = HOSTILE_NAMES.map((name) => ({ ...unread, path: name, message: name }));
    const elements = elementsOf(junit(sampleReport(findings, problems), PLAIN));
    expect(elements.filter(({ name }) => name === 'testcase')).toHaveLength(HOSTILE_NAMES.length * 2);
  });

  test('a reader of our test would see a broken one', () => {
    expect(() => elementsOf('<a b="\x1b"/>')).toThrow();
    expect(() => elementsOf('<a b="<"/>')).toThrow();
  });

  test('counts one failure a finding and one error a file that was not looked at', () => {
    const report = sampleReport([sampleFinding(), sampleFinding({ path: 'a' })], [unread, note]);
    const [root, ...rest] = elementsOf(junit(report, PLAIN));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { tests: '3', failures: '2', errors: '1' } });
    const suites = rest.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes.name);
    expect(suites).toEqual(['services/cart/Dockerfile', 'a', 'not looked at']);
    expect(rest.find(({ name }) => name === 'failure')?.attributes).toEqual({
      type: 'high',
      message: 'high: build argument NPM_TOKEN holds a secret',
    });
  });

  test('is well-formed when there is nothing to say', () => {
    expect(elementsOf(junit(sampleReport([]), PLAIN))).toHaveLength(1);
  });
});
