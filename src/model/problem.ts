/**
 * Something that was not looked at; it belongs to no rule.
 *
 * `unread`: asked for and could not be looked at (exit code 2 unless `--allow-incomplete`).
 * `coverage`: left out or looked at only in part for a stated reason (counted; exit code 2 with `--strict`).
 */
export interface Problem {
  kind: 'unread' | 'coverage';
  /** A stable word for the cause, such as `permission-denied` or `not-a-regular-file`. */
  code: string;
  /** What happened, in lower case without a full stop; never holds a secret. */
  message: string;
  /** Path relative to the target, as in `Origin`. */
  path?: string;
  /** Line from 1, where the cause has one. */
  line?: number;
}
