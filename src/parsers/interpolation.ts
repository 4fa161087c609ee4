/** One `${NAME}` of a compose file. */
export interface Interpolation {
  /** The variable of the shell or of `.env`. */
  name: string;
  /** `-`, `:-` give a default, `?`, `:?` an error, `+`, `:+` another value where it is set. */
  operator?: '-' | ':-' | '?' | ':?' | '+' | ':+';
  /** What follows the operator, which may hold further ones. */
  argument?: string;
  /** Offsets in the value, of all of it and of the argument. */
  start: number;
  end: number;
  argumentStart?: number;
}

/** Every interpolation of a value, those in arguments of others included; `$$` is a dollar sign. */
export function* interpolations(value: string, base = 0): Iterable<Interpolation> {
  for (let at = value.indexOf('$'); at !== -1; at = value.indexOf('$', at)) {
    const read = value[at + 1] === '$' ? undefined : readOne(value, at);
    if (!read) {
      at += value[at + 1] === '$' ? 2 : 1;
      continue;
    }
    const { argumentStart } = read;
    const moved = { ...read, start: read.start + base, end: read.end + base };
    yield argumentStart === undefined ? moved : { ...moved, argumentStart: argumentStart + base };
    if (argumentStart !== undefined) yield* interpolations(read.argument!, argumentStart + base);
    at = read.end;
  }
}

function readOne(value: string, start: number): Interpolation | undefined {
  const plain = /^\$([A-Za-z_]\w*)/.exec(value.slice(start, start + 256));
  if (plain) return { name: plain[1]!, start, end: start + plain[0].length };
  const head = /^\$\{([A-Za-z_]\w*)(:?[-?+])?/.exec(value.slice(start, start + 256));
  if (!head) return undefined;
  const from = start + head[0].length;
  let depth = 1;
  let at = from;
  for (; at < value.length && depth > 0; at++) {
    if (value[at] === '$' && value[at + 1] === '$') at++;
    else if (value[at] === '$' && value[at + 1] === '{') depth++;
    else if (value[at] === '}') depth--;
  }
  if (depth > 0) return undefined;
  const name = head[1]!;
  if (head[2] === undefined) return at - 1 === from ? { name, start, end: at } : undefined;
  const operator = head[2] as Interpolation['operator'] & string;
  return { name, operator, argument: value.slice(from, at - 1), argumentStart: from, start, end: at };
}
