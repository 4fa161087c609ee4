import type { VaultAnswer, VaultNode, VaultRecording } from '../model/vault-recording.ts';
import { type ReadId, vaultRead } from './vault-reads.ts';

/** An answer that has data, and what it is about. */
export interface Answered<Data> {
  /** The path that was asked. */
  path: string;
  data: Data;
}

/** A node and what it answered. */
export interface NodeAnswered<Data> extends Answered<Data> {
  node: VaultNode;
}

/** Every answer of a read with data, in the order of asking; the caller says which shape it expects. */
export function answersOf<Data = Record<string, unknown>>(recording: VaultRecording, read: ReadId): Answered<Data>[] {
  return recording.answers.flatMap((answer) => answered<Data>(answer, read));
}

/** The only answer of a read that is asked once; undefined where it has no data. */
export function answerOf<Data = Record<string, unknown>>(recording: VaultRecording, read: ReadId): Data | undefined {
  return answersOf<Data>(recording, read)[0]?.data;
}

/** What every node answered without a token. */
export function nodeAnswersOf<Data = Record<string, unknown>>(
  recording: VaultRecording,
  read: ReadId,
): NodeAnswered<Data>[] {
  return recording.nodes.flatMap((node) =>
    node.answers.flatMap((answer) => answered<Data>(answer, read).map((found) => ({ ...found, node }))),
  );
}

/** The reason of an answer that this edition or version does not have. */
export const UNSUPPORTED = 'this edition or version does not have it';

/** The reason where nothing was asked with a token. */
export const NO_TOKEN = 'no token was used';

/** Why a read has no answer at all, or undefined where it has one. */
export function whyUnanswered(recording: VaultRecording, read: ReadId): string | undefined {
  const own = allOf(recording, read);
  if (own.some(isAnswer)) return undefined;
  const { scope } = vaultRead(read);
  const unasked = scope === 'cluster' && recording.answers.length === 0 ? NO_TOKEN : 'not asked';
  return own.find(({ reason }) => reason !== undefined)?.reason ?? unasked;
}

/** How many of a read's paths have no answer, where others of them have one. */
export function unansweredCount(recording: VaultRecording, read: ReadId): { missing: number; of: number } {
  const own = allOf(recording, read).filter(({ reason }) => reason !== UNSUPPORTED);
  return { missing: own.filter((answer) => !isAnswer(answer)).length, of: own.length };
}

function allOf(recording: VaultRecording, read: ReadId): VaultAnswer[] {
  const all = [...recording.answers, ...recording.nodes.flatMap(({ answers }) => answers)];
  return all.filter((answer) => answer.read === read);
}

function answered<Data>(answer: VaultAnswer, read: ReadId): Answered<Data>[] {
  if (answer.read !== read || answer.data === undefined) return [];
  return [{ path: answer.path, data: answer.data as Data }];
}

/**
 * A 404 says that there is nothing. What a node refuses to who has no token is its answer. Other statuses of failure say
 * nothing.
 */
function isAnswer({ read, status, reason }: VaultAnswer): boolean {
  if (reason === UNSUPPORTED) return false;
  if (status >= 200 && status < 300) return true;
  const isRefused = vaultRead(read as ReadId).scope === 'node' && (status === 400 || status === 401 || status === 403);
  return status === 404 || isRefused;
}
