import type { ByteRanges } from '../model/anchor.ts';
import { parseByteRanges } from './byte-set.ts';
import { PREFILTER_WASM } from './prefilter-wasm.ts';

/** One literal to look for, and what must stand around it. */
export interface Literal {
  /** ASCII, at least three and at most 255 characters; in lower case where `anyCase`. */
  text: string;
  anyCase: boolean;
  /** Index in `text` of the three characters by which it is looked for. */
  at: number;
  before?: ByteRanges | undefined;
  steps: readonly (readonly [skip: ByteRanges, most: number, need: ByteRanges, count: number])[];
}

/** What lies where in the memory that is shared with `assembly/prefilter.ts`. */
const TABLE = 0;
const HEADS = 0x10000;
const ENTRIES = 0x30000;
const TEXTS = 0x60000;
const STEPS = 0x90000;
const SETS = 0xb0000;
const HITS = 0x1f0000;
const WINDOW = 0x200000;
const SCRATCH = 0x700000;
const ENTRY_BYTES = 20;
const STEP_BYTES = 8;
const SET_BYTES = 256;

/** Bytes of the longest window that may be read into `memory`. */
export const LENT_BYTES = SCRATCH - WINDOW - 64;

/** Foreign bytes are copied and looked at piece by piece. */
const PIECE_BYTES = 0x80000;

/** How far behind a literal its steps may look; pieces overlap by so much. */
const STEPS_REACH = 0x4000;

const GOLDEN = 0x9e3779b1;

/** What `assembly/prefilter.ts` exports. */
interface Exports {
  memory: { buffer: ArrayBuffer };
  resume: { value: number };
  scan(base: number, length: number, from: number): number;
}

/** Node's types say little of WebAssembly. */
const { Module, Instance } = (
  globalThis as unknown as {
    WebAssembly: { Module: new (bytes: Uint8Array) => object; Instance: new (module: object) => { exports: unknown } };
  }
).WebAssembly;

let compiled: object | undefined;

/** Finds many literals in one pass over bytes, in WebAssembly (assembly/prefilter.ts). */
export class Prefilter {
  /** Memory to read windows into: what lies here is looked at without being copied. */
  readonly memory: Buffer;
  readonly #exports: Exports;
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;

  /** The index of each literal is the number that `forEach` gives. */
  constructor(literals: readonly Literal[]) {
    compiled ??= new Module(Buffer.from(PREFILTER_WASM, 'base64'));
    this.#exports = new Instance(compiled).exports as Exports;
    const { buffer } = this.#exports.memory;
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.memory = Buffer.from(buffer, WINDOW, LENT_BYTES);
    fillTables(new DataView(buffer), literals);
  }

  /** Calls `found(number of the literal, offset of its first byte)` for every occurrence, in no particular order. */
  forEach(bytes: Uint8Array, found: (literal: number, start: number) => void): void {
    if (bytes.buffer === this.#bytes.buffer) {
      this.#scan(bytes.byteOffset, bytes.length, 0, bytes.length, found);
      return;
    }
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const piece = bytes.subarray(Math.max(0, start - 1), start + PIECE_BYTES + STEPS_REACH);
      this.#bytes.set(piece, SCRATCH);
      const offset = Math.max(0, start - 1);
      this.#scan(SCRATCH, piece.length, start - offset, start - offset + PIECE_BYTES, (literal, at) =>
        found(literal, offset + at),
      );
    }
  }

  /** Literals that begin from `least` up to `most`. */
  #scan(base: number, length: number, least: number, most: number, found: (literal: number, start: number) => void) {
    const words = this.#words;
    const { resume } = this.#exports;
    let from = 0;
    do {
      const hits = this.#exports.scan(base, length, from);
      for (let i = 0; i < hits; i++) {
        const hit = HITS / 4 + i * 2;
        const start = words[hit + 1]!;
        if (start >= least && start < most) found(words[hit]! - 1, start);
      }
      from = resume.value;
    } while (from < length);
  }
}

/** Writes what `assembly/prefilter.ts` reads; the fields are those of its classes `Entry` and `Step`. */
function fillTables(memory: DataView, literals: readonly Literal[]): void {
  const sets = new SetTable(memory);
  let text = TEXTS;
  let step = STEPS;
  literals.forEach((literal, i) => {
    const number = i + 1;
    const entry = ENTRIES + number * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > TEXTS || text + literal.text.length > STEPS || step + 64 > SETS) {
      throw new RangeError('too many literals for the prefilter');
    }
    const three = threeAt(literal.text, literal.at);
    const hash = Math.imul(three, GOLDEN) >>> 16;
    memory.setUint32(entry, three, true);
    memory.setUint32(entry + 4, text, true);
    memory.setUint32(entry + 8, step, true);
    memory.setUint16(entry + 12, memory.getUint16(HEADS + hash * 2, true), true);
    memory.setUint16(entry + 14, literal.before === undefined ? 0 : sets.numberOf(literal.before), true);
    memory.setUint8(entry + 16, literal.text.length);
    memory.setUint8(entry + 17, literal.at);
    memory.setUint8(entry + 18, Number(literal.anyCase));
    memory.setUint8(entry + 19, literal.steps.length);
    memory.setUint16(HEADS + hash * 2, number, true);
    memory.setUint8(TABLE + hash, 1);
    for (const char of literal.text) memory.setUint8(text++, char.charCodeAt(0));
    for (const [skip, most, need, count] of literal.steps) {
      memory.setUint16(step, sets.numberOf(skip), true);
      memory.setUint16(step + 2, sets.numberOf(need), true);
      memory.setUint16(step + 4, most, true);
      memory.setUint16(step + 6, count, true);
      step += STEP_BYTES;
    }
  });
}

/** Three characters as the scan sees them: with bit 5 set, which makes letters lower case. */
function threeAt(text: string, at: number): number {
  const byte = (i: number) => text.charCodeAt(at + i) | 0x20;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16);
}

/** Sets of bytes by number; equal ones are written once, and 0 is the empty set. */
class SetTable {
  readonly #memory: DataView;
  readonly #numbers = new Map<ByteRanges, number>([['', 0]]);

  constructor(memory: DataView) {
    this.#memory = memory;
  }

  numberOf(ranges: ByteRanges): number {
    const known = this.#numbers.get(ranges);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    if (SETS + (number + 1) * SET_BYTES > HITS) throw new RangeError('too many sets for the prefilter');
    this.#numbers.set(ranges, number);
    new Uint8Array(this.#memory.buffer, SETS + number * SET_BYTES, SET_BYTES).set(parseByteRanges(ranges));
    return number;
  }
}
