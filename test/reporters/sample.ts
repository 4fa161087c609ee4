import { loadCatalog } from '../../src/catalog.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import type { ReporterOptions } from '../../src/reporters/options.ts';

/** A plain terminal of 80 columns without colours. */
export const PLAIN: ReporterOptions = { color: false, width: 80, verbose: false, quiet: false };

/** A finding that says nothing special but what the test changes. */
export function sampleFinding(changes: Partial<Finding> & { path?: string } = {}): Finding {
  const { path = 'services/cart/Dockerfile', ...fields } = changes;
  return {
    ruleId: 'dockerfile/secret-in-arg',
    title: 'build argument that holds a secret',
    severity: 'high',
    confidence: 'high',
    message: 'build argument NPM_TOKEN holds a secret',
    origin: { kind: 'file', path },
    region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 14 },
    masked: '****',
    excerpt: { startLine: 1, lines: ['FROM node:24', 'ARG NPM_TOKEN=****', 'RUN npm ci'] },
    fingerprint: '0123456789abcdef0123456789abcdef',
    lineHash: '54703d4cd895b18:1',
    ...fields,
  };
}

/** A report with these findings and problems, and all rules. */
export function sampleReport(findings: readonly Finding[], problems: readonly Problem[] = []): Report {
  return {
    version: '1.2.3',
    target: { kind: 'directory', path: 'shop' },
    findings: [...findings],
    problems: [...problems],
    rules: loadCatalog(),
    coverage: { files: 3, bytes: 4096, binary: 0, excluded: 1 },
  };
}

/** Names that a stranger may give to a file, to do harm in a terminal, a log, a table or a page. */
export const HOSTILE_NAMES: readonly string[] = [
  '\x1b[31mred\x1b]8;;https://evil.example\x07link',
  '::error file=a::forged',
  ' ::set-output name=a::b',
  '##[error]forged',
  'line\n::warning::break\r\nsecond',
  'a|b|c',
  '`code` **bold** <img src=x onerror=alert(1)> [link](https://evil.example) @team',
  '"quoted" & <tag> \'single\' ]]>',
  '=cmd|calc!A0',
  'bidi\u202egnp.exe\u2066',
  'zero\u200bwidth\ufeff and \u2028 separator',
  'c1 \x9b31m and del \x7f and nul \x00',
  '100%0A::error::x,y:z',
  'a\\xffb',
  '::error::a '.repeat(30),
  `${'long/'.repeat(60)}name`,
];
