// The literal prefilter, in AssemblyScript: finds thousands of literals in one pass over bytes.
//
// Each three bytes of the text, letters in lower case, are hashed into a table of 64 KB that says whether any literal is
// looked for by such three bytes. Almost always the answer is no, and nothing else is done. Where it is yes, the entries
// of that hash are compared: the whole literal, the byte before it, and what its pattern needs behind it.
//
// `src/engine/prefilter.ts` fills the tables and reads the hits; the layout below is written there once more.

/** One byte for each hash: 1 where some entry has it. */
const TABLE: usize = 0;
/** First entry of each hash, two bytes each; 0 is none. */
const HEADS: usize = 0x10000;
/** Entries of `sizeof<Entry>()` bytes; number 0 is never used. */
const ENTRIES: usize = 0x30000;
/** Sets of bytes, 256 bytes each: 1 where the byte is in it. */
const SETS: usize = 0xb0000;
/** Hits: entry and offset in the text, four bytes each. */
const HITS: usize = 0x1f0000;
const MOST_HITS: i32 = 0x2000;

/** Multiplier of Fibonacci hashing; the upper 16 bits of the product are the hash. */
const GOLDEN: u32 = 0x9e3779b1;
/** Makes ASCII letters lower case; what else it changes, comparing sets right. */
const LOWER: u64 = 0x2020202020202020;

@unmanaged
class Entry {
  /** Three bytes in lower case. */
  three: u32;
  /** Where the literal's bytes are. */
  text: u32;
  /** Where its steps are. */
  steps: u32;
  /** Next entry of the same hash. */
  next: u16;
  /** Number of the set that the byte before must be in, from 1. */
  before: u16;
  length: u8;
  /** Where in the literal the three bytes are. */
  at: u8;
  anyCase: u8;
  stepCount: u8;
}

@unmanaged
class Step {
  /** Numbers of sets, from 1; 0 is the empty set. */
  skip: u16;
  need: u16;
  /** Bytes of `skip` at most, then `count` bytes of `need`. */
  most: u16;
  count: u16;
}

let hits: i32 = 0;
/** Where the next call of `scan` begins when the hits filled their memory. */
export let resume: usize = 0;

@inline
function hash(three: u32): usize {
  return <usize>((three * GOLDEN) >>> 16);
}

@inline
function inSet(set: u32, at: usize): bool {
  return load<u8>(SETS + ((<usize>set) << 8) + <usize>load<u8>(at)) != 0;
}

@inline
function lower(byte: u8): u8 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

function isText(entry: Entry, start: usize): bool {
  const text = <usize>entry.text;
  const length = <usize>entry.length;
  if (entry.anyCase) {
    for (let i: usize = 0; i < length; i++) if (lower(load<u8>(start + i)) != load<u8>(text + i)) return false;
  } else {
    for (let i: usize = 0; i < length; i++) if (load<u8>(start + i) != load<u8>(text + i)) return false;
  }
  return true;
}

/** True where the bytes from `at` could be what the pattern needs behind its literal; never false where they are. */
function isFollowed(entry: Entry, at: usize, end: usize): bool {
  for (let s: usize = 0; s < <usize>entry.stepCount; s++) {
    const step = changetype<Step>(<usize>entry.steps + s * offsetof<Step>());
    const count = <usize>step.count;
    let skipped: u32 = 0;
    while (true) {
      let run: usize = 0;
      while (run < count && at + run < end && inSet(step.need, at + run)) run++;
      if (run == count) break;
      if (skipped >= step.most || at >= end || !inSet(step.skip, at)) return false;
      skipped++;
      at++;
    }
    at += count;
  }
  return true;
}

/** Compares all entries that have the three bytes at `at`. */
function verify(at: usize, base: usize, end: usize): void {
  const three: u32 = (load<u32>(at) & 0xffffff) | 0x202020;
  let number = <usize>load<u16>(HEADS + (hash(three) << 1));
  while (number) {
    const entry = changetype<Entry>(ENTRIES + number * offsetof<Entry>());
    const start = at - <usize>entry.at;
    const next = start + <usize>entry.length;
    if (
      entry.three == three &&
      start >= base &&
      next <= end &&
      isText(entry, start) &&
      (!entry.before || start == base || inSet(entry.before, start - 1)) &&
      isFollowed(entry, next, end)
    ) {
      store<u32>(HITS + ((<usize>hits) << 3), <u32>number);
      store<u32>(HITS + ((<usize>hits) << 3), <u32>(start - base), 4);
      hits++;
    }
    number = <usize>entry.next;
  }
}

@inline
function mayStart(eight: u64): u8 {
  return load<u8>(TABLE + hash(<u32>(eight & 0xffffff)));
}

/** Looks at `length` bytes from `base`, beginning with the offset `from`; gives the number of hits. Reads 8 bytes beyond. */
export function scan(base: usize, length: usize, from: usize): i32 {
  hits = 0;
  const end = base + length;
  let at = base + from;
  // One read of eight bytes holds six times three.
  while (at < end) {
    const eight = load<u64>(at) | LOWER;
    const a = mayStart(eight);
    const b = mayStart(eight >> 8);
    const c = mayStart(eight >> 16);
    const d = mayStart(eight >> 24);
    const e = mayStart(eight >> 32);
    const f = mayStart(eight >> 40);
    if (a | b | c | d | e | f) {
      if (hits > MOST_HITS - 0x1000) {
        resume = at - base;
        return hits;
      }
      if (a) verify(at, base, end);
      if (b) verify(at + 1, base, end);
      if (c) verify(at + 2, base, end);
      if (d) verify(at + 3, base, end);
      if (e) verify(at + 4, base, end);
      if (f) verify(at + 5, base, end);
    }
    at += 6;
  }
  resume = length;
  return hits;
}
