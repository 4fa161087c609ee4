import { lexer, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reporters/markdown.ts';
import { HOSTILE_NAMES, PLAIN, sampleFinding, sampleReport } from './sample.ts';

const unread = { kind: 'unread', code: 'vanished', message: 'file vanished', path: 'b' } as const;

/** Kinds of every token below some tokens. */
function kindsOf(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.flatMap((token) => [token.type, ...('tokens' in token ? kindsOf(token.tokens ?? []) : [])]));
}

function tablesOf(text: string): Tokens.Table[] {
  return lexer(text).filter((token): token is Tokens.Table => token.type === 'table');
}

describe('the Markdown report', () => {
  test('holds the counts, and one row a finding with four cells', () => {
    const [counts, rows] = tablesOf(
      markdown(sampleReport([sampleFinding(), sampleFinding({ severity: 'low' })]), PLAIN),
    );
    expect(counts?.rows[0]?.map(({ text }) => text)).toEqual(['0', '1', '0', '1', '0']);
    expect(rows?.rows.map(([severity]) => severity?.text)).toEqual(['high', 'low']);
  });

  test('no name comes out of its cell or becomes markup', () => {
    const findings = HOSTILE_NAMES.map((name) => sampleFinding({ path: name, message: name }));
    const problems = HOSTILE_NAMES.map((name) => ({ ...unread, path: name, message: name }));
    const text = markdown(sampleReport(findings, problems), PLAIN);
    const [, table] = tablesOf(text);
    expect(table?.rows).toHaveLength(HOSTILE_NAMES.length);
    for (const cells of table!.rows) {
      expect(cells).toHaveLength(4);
      expect([...kindsOf(cells.flatMap(({ tokens }) => tokens))]).toEqual(['text']);
    }
    const list = lexer(text).find((token): token is Tokens.List => token.type === 'list');
    expect(list?.items).toHaveLength(HOSTILE_NAMES.length);
    expect([...kindsOf(list!.items.flatMap(({ tokens }) => tokens))]).toEqual(['text']);
  });

  test('the worst come first, and what is left out is counted', () => {
    const many = Array.from({ length: 60 }, () => sampleFinding());
    const text = markdown(sampleReport([...many, sampleFinding({ severity: 'critical' })]), PLAIN);
    const [, table] = tablesOf(text);
    expect(table?.rows).toHaveLength(50);
    expect(table?.rows[0]?.[0]?.text).toBe('critical');
    expect(text).toContain('11 more findings are in the full report');
  });
});
