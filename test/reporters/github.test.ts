import { describe, expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { PLAIN, sampleFinding, sampleReport } from './sample.ts';

const unread = { kind: 'unread', code: 'vanished', message: 'file vanished', path: 'b' } as const;

describe('annotations', () => {
  test('point at the place, named from the root of the repository', () => {
    const text = github(sampleReport([sampleFinding()]), { ...PLAIN, repositoryPrefix: 'code/' });
    expect(text.split('\n')[0]).toBe(
      '::error file=code/services/cart/Dockerfile,line=2,endLine=2,col=5,endColumn=14,title=dockerfile/secret-in-arg::build argument NPM_TOKEN holds a secret',
    );
  });

  test('over several lines have no columns, which GitHub would refuse', () => {
    const region = { startLine: 2, startColumn: 5, endLine: 4, endColumn: 1 };
    expect(github(sampleReport([sampleFinding({ region })]), PLAIN)).toMatch(/line=2,endLine=4,title=/);
  });

  test.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'notice'],
    ['info', 'notice'],
  ] as const)('%s is shown as %s', (severity, level) => {
    expect(github(sampleReport([sampleFinding({ severity })]), PLAIN)).toMatch(new RegExp(`^::${level} `));
  });

  test('are ten of a level at most, the worst of them, and the count says how many there are', () => {
    const many = Array.from({ length: 30 }, () => sampleFinding());
    const medium = Array.from({ length: 30 }, () => sampleFinding({ severity: 'medium' }));
    const last = sampleFinding({ severity: 'critical', path: 'zzz' });
    const lines = github(sampleReport([...many, ...medium, last], Array(30).fill(unread)), PLAIN).split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines[0]).toContain('file=zzz');
    expect(lines.at(-2)).toBe('vaultcheck: 61 findings in 3 files, 30 not looked at; 20 annotations are shown');
  });
});
