import type { Node } from './tree.ts';

/** More texts than this at one place are not looked for one by one. */
const MOST_TEXTS = 256;

/** Longer literals gain nothing. */
const MOST_LENGTH = 40;

/** All that a node can match, where that is a short list. */
export interface Texts {
  texts: readonly string[];
  /** True where the texts are in lower case and stand for every case. */
  anyCase: boolean;
}

const NOTHING: Texts = { texts: [''], anyCase: false };

/** The texts that a node matches; `undefined` where they are too many. Assertions are taken for true. */
export function textsOf(node: Node): Texts | undefined {
  switch (node.kind) {
    case 'set': {
      if (node.set.hasOthers) return undefined;
      const chars = node.set.ascii;
      const hasBothCases = chars.some((char) => char !== char.toLowerCase() && chars.includes(char.toLowerCase()));
      return hasBothCases ? anyCase(chars) : { texts: chars, anyCase: false };
    }
    case 'seq':
      return node.items.reduce<Texts | undefined>((all, item) => all && joined(all, item), NOTHING);
    case 'alt': {
      const lists = node.items.map(textsOf);
      if (lists.some((list) => list === undefined)) return undefined;
      const texts = lists.flatMap((list) => list!.texts);
      if (texts.length > MOST_TEXTS) return undefined;
      return lists.some((list) => list!.anyCase) ? anyCase(texts) : withoutCase([...new Set(texts)]);
    }
    case 'repeat': {
      let once: Texts | undefined = NOTHING;
      const all: string[] = [];
      let isAnyCase = false;
      for (let count = 0; count <= node.max; count++) {
        if (count > 0) once = once && joined(once, node.item);
        if (!once || all.length + once.texts.length > MOST_TEXTS) return undefined;
        if (count >= node.min) all.push(...once.texts);
        isAnyCase ||= once.anyCase;
      }
      return isAnyCase ? anyCase(all) : { texts: all, anyCase: false };
    }
    default:
      return NOTHING;
  }
}

/** What a list of texts becomes with a node behind each. */
export function joined(before: Texts, node: Node): Texts | undefined {
  const behind = textsOf(node);
  if (!behind || before.texts.length * behind.texts.length > MOST_TEXTS) return undefined;
  const texts = before.texts.flatMap((a) => behind.texts.map((b) => a + b));
  if (texts.some((text) => text.length > MOST_LENGTH)) return undefined;
  return before.anyCase || behind.anyCase ? anyCase(texts) : { texts, anyCase: false };
}

function anyCase(texts: readonly string[]): Texts {
  return { texts: [...new Set(texts.map((text) => text.toLowerCase()))], anyCase: true };
}

/** `Secret` and `SECRET` are one literal in any case. */
function withoutCase(texts: readonly string[]): Texts {
  const folded = new Set(texts.map((text) => text.toLowerCase()));
  return folded.size < texts.length ? anyCase(texts) : { texts, anyCase: false };
}
