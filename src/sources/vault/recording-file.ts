import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allowedFields, type ReadId, VAULT_READS, vaultRead } from '../../analysis/vault-reads.ts';
import { OutputError, TargetError } from '../../model/errors.ts';
import type { VaultAnswer, VaultNode, VaultRecording } from '../../model/vault-recording.ts';

/** Longest file of a recording. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Makes the folder of recordings, for its owner only. @throws OutputError */
export function makeRecordFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new OutputError('record-folder', `folder ${folder} can't be made`, { cause: error });
  }
}

/** Names and texts of the files that hold some recordings. */
export function recordingFiles(recordings: readonly VaultRecording[]): { name: string; text: string }[] {
  return recordings.map((recording, i) => ({
    name: i === 0 ? 'recording.json' : `recording-${i}.json`,
    text: `${JSON.stringify(recording, null, 1)}\n`,
  }));
}

/** Reads a recording, or all of a folder. What no read allows is left out once more. @throws TargetError */
export function readRecordings(path: string): VaultRecording[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new TargetError('no-recording', `recording ${path} is not there`);
  if (!stats.isDirectory()) return [readRecording(path)];
  const names = readdirSync(path)
    .filter((name) => /^recording(?:-\d+)?\.json$/.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (names.length === 0)
    throw new TargetError('no-recording', `${path} holds no recording`, {
      hint: '`vaultcheck audit --record DIR` makes one',
    });
  return names.map((name) => readRecording(join(path, name)));
}

function readRecording(file: string): VaultRecording {
  const fail = (why: string, cause?: unknown): never => {
    throw new TargetError('bad-recording', `recording ${file} ${why}`, { cause });
  };
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) return fail('is too large');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail('is no JSON, or is cut off', error);
  }
  const wrong = whyNoRecording(value);
  if (wrong) return fail(wrong);
  const recording = value as VaultRecording;
  return { ...recording, nodes: recording.nodes.map(cleanNode), answers: recording.answers.flatMap(cleanAnswer) };
}

function whyNoRecording(value: unknown): string | undefined {
  const { format, nodes, answers, samples, name, takenAt, flavour } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Record<string, unknown>;
  if (format === undefined) return 'is no recording of an audit';
  if (format !== 1) return `has format ${JSON.stringify(format)}, which this version does not know`;
  const lists = [nodes, answers, samples].every(Array.isArray);
  if (!lists || ![name, takenAt, flavour].every((text) => typeof text === 'string')) return 'is not whole';
  if (Number.isNaN(Date.parse(takenAt as string))) return 'does not say when it was made';
  const isNode = (node: unknown) =>
    typeof node === 'object' && node !== null && typeof (node as VaultNode).address === 'string';
  return (nodes as unknown[]).every(isNode) ? undefined : 'is not whole';
}

function cleanNode(node: VaultNode): VaultNode {
  const { address, resolved = [], servesPlainHttp = false, headers = {}, answers = [], tls } = node;
  const clean = answers.flatMap(cleanAnswer);
  return { address, resolved, servesPlainHttp, headers, answers: clean, ...(tls ? { tls } : {}) };
}

function cleanAnswer(answer: VaultAnswer): VaultAnswer[] {
  const { read, path, status, data, reason } = answer ?? {};
  if (!Object.hasOwn(VAULT_READS, read) || typeof path !== 'string' || typeof status !== 'number') return [];
  const kept = data === undefined ? undefined : allowedFields(data, vaultRead(read as ReadId).fields);
  return [{ read, path, status, ...(kept === undefined ? {} : { data: kept }), ...(reason ? { reason } : {}) }];
}
