import type { Report } from '../model/report.ts';

/** How a report should look. */
export interface ReporterOptions {
  color: boolean;
  /** Columns. */
  width: number;
  verbose: boolean;
  quiet: boolean;
  /** Path from the repository's root to the target, for formats that name files from the root. */
  repositoryPrefix?: string;
}

/** Turns a report into text. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
