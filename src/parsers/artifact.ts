import type { Origin } from '../model/origin.ts';
import type { Compose } from './compose.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { FileFacts } from './file-facts.ts';

/** What each kind of artifact holds. A new kind is one line here and one in `parse.ts`. */
export interface ArtifactData {
  dockerfile: Dockerfile;
  compose: Compose;
  /** Name, size and first bytes of any file, text or not. */
  file: FileFacts;
}

/** A kind of artifact. */
export type ArtifactKind = keyof ArtifactData;

/** One thing that a code rule can look at, parsed. */
export interface Artifact<K extends ArtifactKind = ArtifactKind> {
  kind: K;
  origin: Origin;
  /** The text that every range of `data` points into, in UTF-16 offsets; empty for `file`. */
  text: string;
  data: ArtifactData[K];
}
