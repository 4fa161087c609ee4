/** Nanoseconds of the units of Go's durations. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** The longest duration in nanoseconds (64 bits). */
const LONGEST = 2 ** 63;

/** Seconds of a duration as Vault reads one: `90`, `1h30m`, `2d`, `1.5h`; undefined for what it refuses. */
export function parseDuration(value: unknown): number | undefined {
  if (typeof value === 'number') return checked(Math.trunc(value) * 1e9);
  if (typeof value !== 'string') return undefined;
  if (value === '') return 0;
  if (/^[+-]?[0-9]+$/.test(value)) return checked(Number(value) * 1e9);
  if (/^[+-]?[0-9]+d$/.test(value)) return checked(Number(value.slice(0, -1)) * 86_400e9);
  // A sign, then numbers each with a unit; a number needs a digit before or after its point.
  const match = /^([+-]?)((?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(value);
  if (!match) return value === '+0' || value === '-0' ? 0 : undefined;
  let sum = 0;
  for (const [, number, unit] of match[2]!.matchAll(/([0-9.]+)([^0-9.]+)/g)) sum += Number(number) * UNITS[unit!]!;
  return checked(match[1] === '-' ? -sum : sum);
}

function checked(nanoseconds: number): number | undefined {
  return Math.abs(nanoseconds) >= LONGEST ? undefined : nanoseconds / 1e9;
}
