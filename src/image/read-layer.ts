import { gitFolder, isPackageList, isVaultProgram, notableName, packagedVault } from '../analysis/notable-file.ts';
import type { ByteSource } from '../sources/image/byte-reader.ts';
import { ByteReader } from '../sources/image/byte-reader.ts';
import { memberPath } from '../sources/image/member-path.ts';
import { readTar, type TarEntry } from '../sources/image/tar.ts';
import { type LayerFacts, type NotableFile, pathHash } from './layer-facts.ts';
import type { FileJudge } from './layer-judge.ts';

/** Entries of one layer; real ones stay below a million. */
const MOST_ENTRIES = 5_000_000;

/** Notable files, links and whiteouts of one layer that are kept. */
const MOST_NOTED = 50_000;

/** List of packages that is read whole. */
const LARGEST_PACKAGE_LIST_BYTES = 4 * 1024 * 1024;

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

/** Facts of a layer of which nothing was read. */
export function emptyFacts(): LayerFacts {
  return {
    findings: [],
    problems: [],
    coverage: { files: 0, bytes: 0, binary: 0 },
    notable: [],
    whiteouts: [],
    opaque: [],
    links: [],
    paths: new Float64Array(0),
  };
}

/**
 * Reads the tar of one layer once, from its first byte to its last, and judges every file in it.
 *
 * @throws TarFormatError, TruncatedError and what the source throws
 */
export async function readLayer(
  source: ByteSource,
  judge: FileJudge,
  breathe: (facts: LayerFacts) => Promise<void>,
): Promise<LayerFacts> {
  const facts = emptyFacts();
  const hashes: number[] = [];
  const links: LayerFacts['links'] = [];
  let entries = 0;
  for await (const entry of readTar(new ByteReader(source))) {
    if (++entries > MOST_ENTRIES) {
      facts.problems.push(
        unread('layer-entries', `holds more than ${MOST_ENTRIES} files; the rest was not looked at`, ''),
      );
      break;
    }
    const path = pathOf(entry, facts);
    if (path === '' || takeWhiteout(path, facts)) continue;
    if (entry.type !== 'directory') hashes.push(pathHash(path));
    if (entry.type === 'link' && links.length < MOST_NOTED)
      links.push({ path, target: memberPath(entry.linkName).path });
    if (entry.type !== 'file') continue;
    await readFile(entry, path, { judge, facts, breathe });
    await breathe(facts);
  }
  const found = new Set([
    ...facts.findings.map(({ origin }) => origin.path.replace(/!\/.*$/s, '')),
    ...facts.notable.map(({ path }) => path),
  ]);
  facts.links = links.filter(({ target }) => found.has(target));
  facts.paths = Float64Array.from(hashes).sort();
  return facts;
}

async function readFile(
  entry: TarEntry,
  path: string,
  { judge, facts, breathe }: { judge: FileJudge; facts: LayerFacts; breathe: (facts: LayerFacts) => Promise<void> },
): Promise<void> {
  facts.coverage.files++;
  const { mode, uid, sizeBytes } = entry;
  const note = (what: string, more: Partial<NotableFile> = {}) => {
    if (facts.notable.length < MOST_NOTED) facts.notable.push({ path, what, mode, uid, sizeBytes, ...more });
  };
  const named = sizeBytes > 0 ? notableName(path) : undefined;
  if (named) note(named.what, named.isUnsure ? { isUnsure: true } : {});
  const git = gitFolder(path);
  if (git !== undefined) note('git repository', { path: git });
  if (isPackageList(path) && sizeBytes <= LARGEST_PACKAGE_LIST_BYTES) {
    // Debian's and Alpine's lists hold no secret, so this one reading is enough.
    const version = packagedVault((await entry.body.whole()).toString('latin1'));
    facts.coverage.bytes += sizeBytes;
    if (version) note('package of Vault', { version });
    return;
  }
  const { isBinary, version } = await judge.judge(entry, path, facts, () => breathe(facts));
  if (isBinary) facts.coverage.binary++;
  if (isBinary && isVaultProgram(path)) note('program of Vault', version ? { version } : {});
}

function pathOf(entry: TarEntry, facts: LayerFacts): string {
  const { path, isOutside } = memberPath(entry.name);
  if (isOutside) facts.problems.push(unread('path-traversal', 'its name leads out of the layer', entry.name));
  return path;
}

/** Notes a whiteout; true for every name of that kind, also those of AUFS's own. */
function takeWhiteout(path: string, facts: LayerFacts): boolean {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (!name.startsWith(WHITEOUT)) return false;
  const folder = path.slice(0, Math.max(0, slash));
  if (name === OPAQUE) facts.opaque.push(folder);
  else if (!name.startsWith(`${WHITEOUT}${WHITEOUT}`) && facts.whiteouts.length < MOST_NOTED) {
    const hidden = name.slice(WHITEOUT.length);
    facts.whiteouts.push(folder === '' ? hidden : `${folder}/${hidden}`);
  }
  return true;
}

function unread(code: string, message: string, path: string) {
  return { kind: 'unread' as const, code, message, path };
}
