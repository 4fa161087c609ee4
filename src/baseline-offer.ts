import type { Report } from './model/report.ts';

/** Findings of a first run beyond this are too many to mend at once. */
const MANY_FINDINGS = 20;

/** What decides whether a person is told of the baseline. */
export interface OfferContext {
  format: string;
  /** True where standard input and standard error are a terminal, so that a person reads along. */
  isInteractive: boolean;
  /** True in continuous integration, whatever it has for a terminal. */
  isCi: boolean;
  /** False where the user said that there is to be no baseline. */
  isWanted: boolean;
}

/** The line that offers a baseline after a first run with many findings; nothing in all other cases. */
export function baselineOffer(report: Report, context: OfferContext): string | undefined {
  const { format, isInteractive, isCi, isWanted } = context;
  if (format !== 'text' || !isInteractive || isCi || !isWanted) return undefined;
  if (report.triage?.baseline || report.findings.length <= MANY_FINDINGS) return undefined;
  const { path } = report.target;
  const name = /^[\w./-]+$/.test(path) && !path.startsWith('-') ? path : 'DIR';
  const target = path === '.' ? '' : ` ${name}`;
  return `to tell only new findings from here on, write these ${report.findings.length} down: vaultcheck baseline${target}`;
}
