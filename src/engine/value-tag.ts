import { createHmac } from 'node:crypto';

/** Least length (bytes) of a value of a known form that nobody guesses. */
const LEAST_UNGUESSABLE_BYTES = 20;

/** Hex digits of the tag of a value that nobody guesses: 16 bits. */
const DIGITS = 4;

/** Hex digits of the tag of a value that could be guessed: 4 bits, which tell 15 of 16 changes and confirm no guess. */
const DIGITS_GUESSABLE = 1;

/**
 * A few bits of a salted hash, to tell a value from the one that takes its place.
 *
 * It depends on salt and value only: equal values have equal tags wherever they stand, so that no number of copies tells
 * more of the value than one does.
 */
export function valueTag(salt: string, value: Uint8Array, options: { isGuessable: boolean }): string {
  const isGuessable = options.isGuessable || value.length < LEAST_UNGUESSABLE_BYTES;
  const hash = createHmac('sha256', Buffer.from(salt, 'hex')).update(value).digest('hex');
  return hash.slice(0, isGuessable ? DIGITS_GUESSABLE : DIGITS);
}
