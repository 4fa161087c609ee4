import type { VaultAnswer, VaultNode, VaultRecording } from '../model/vault-recording.ts';
import type { ReadId } from './vault-reads.ts';

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

/** Why a read has no answer at all, or undefined where it has one. */
export function whyUnanswered(recording: VaultRecording, read: ReadId): string | undefined {
  const all = [...recording.answers, ...recording.nodes.flatMap(({ answers }) => answers)];
  const own = all.filter((answer) => answer.read === read);
  if (own.some(({ status }) => isAnswer(status))) return undefined;
  return own.find(({ reason }) => reason !== undefined)?.reason ?? 'not asked';
}

function answered<Data>(answer: VaultAnswer, read: ReadId): Answered<Data>[] {
  if (answer.read !== read || answer.data === undefined) return [];
  return [{ path: answer.path, data: answer.data as Data }];
}

/** A 404 of a list says that there is nothing; other statuses of failure say nothing. */
function isAnswer(status: number): boolean {
  return (status >= 200 && status < 300) || status === 404;
}
