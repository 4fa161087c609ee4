/** What stands in place of everything that is hidden; its length tells nothing. */
export const HIDDEN = '****';

/** Values shorter than this are hidden whole: four known characters of twelve would say too much. */
const LEAST_LENGTH_SHOWN = 16;

/** A value as it may be shown: at most four leading characters of a known prefix, then stars. */
export function mask(value: string, prefix?: string): string {
  if (prefix === undefined || value.length < LEAST_LENGTH_SHOWN || !value.startsWith(prefix)) return HIDDEN;
  return prefix.slice(0, 4) + HIDDEN;
}

/** Bytes of a secret and what to show for them. */
export interface MaskSpan {
  start: number;
  end: number;
  masked: string;
}

/** Sorts spans and joins those that overlap, so that each byte is masked once; of equal ones the telling mask stays. */
export function joinSpans(spans: readonly MaskSpan[]): MaskSpan[] {
  const joined: MaskSpan[] = [];
  for (const span of [...spans].sort(before)) {
    const last = joined.at(-1);
    if (!last || span.start >= last.end) joined.push({ ...span });
    else if (span.end > last.end) {
      last.end = span.end;
      last.masked = HIDDEN;
    }
  }
  return joined;
}

function before(a: MaskSpan, b: MaskSpan): number {
  return a.start - b.start || b.end - a.end || Number(a.masked === HIDDEN) - Number(b.masked === HIDDEN);
}
