import { closeSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { worstRepeats } from '../scripts/pattern/worst-repeats.ts';
import { loadCatalog } from '../src/catalog.ts';
import type { Detector } from '../src/model/rule.ts';
import { walkTarget } from '../src/sources/directory.ts';

const WORST_BYTES = 100_000;
const WORST_FILES = 100;
const LINE = 'a line of an ordinary file, with a name = value and a few more words than that\n';

/** A new folder for made-up files. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'vaultcheck-bench-'));
}

/** A folder with every `step`-th file of the corpus, as links where the disk allows it; gives the bytes it holds too. */
export function partOf(corpus: string, step: number, folder: string): string {
  const to = join(folder, `part-${step}`);
  let count = 0;
  for (const entry of walkTarget(corpus)) {
    if (entry.type !== 'file' || typeof entry.file.absolute !== 'string' || count++ % step !== 0) continue;
    const target = join(to, entry.file.path);
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(entry.file.absolute, target);
    } catch {
      copyFileSync(entry.file.absolute, target);
    }
  }
  return to;
}

/** Ten files of a few lines. */
export function tenSmallFiles(folder: string): string {
  const to = join(folder, 'ten');
  mkdirSync(to);
  for (let i = 0; i < 10; i++) writeFileSync(join(to, `file${i}.go`), `package small\n\n// ${LINE}`.repeat(i + 1));
  return to;
}

/** One file of so many gigabytes. */
export function oneLargeFile(folder: string, gigabytes: number): string {
  const to = join(folder, 'large');
  mkdirSync(to);
  const block = Buffer.from(LINE.repeat(Math.ceil((1 << 24) / LINE.length)));
  const file = openSync(join(to, 'large.txt'), 'w');
  for (let written = 0; written < gigabytes * 1e9; written += block.length) writeSync(file, block);
  closeSync(file);
  return to;
}

/** One hundred files of 100 KB, the dearest repeats of the detectors in turn. */
export function worstFiles(folder: string): string {
  const to = join(folder, 'worst');
  mkdirSync(to);
  const detectors = loadCatalog().filter((rule): rule is Detector => rule.type === 'detector');
  for (let i = 0; i < WORST_FILES; i++) {
    const detector = detectors[i % detectors.length]!;
    const texts = worstRepeats(detector, WORST_BYTES);
    writeFileSync(join(to, `worst${i}.txt`), texts[i % texts.length]!);
  }
  return to;
}
