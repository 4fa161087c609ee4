import { comparePatterns, type Pattern } from './policy-pattern.ts';

/** A part of the tree of `+` rules. */
interface Node<T> {
  children: Map<string, Node<T>>;
  /** What follows a `+`. */
  any?: Node<T>;
  /** The rule that ends here. */
  end?: T;
  /** Rules that end in `*`, by the text before it in their last segment. */
  open: Map<string, T>;
  openLengths: Set<number>;
}

/** Finds the rule that Vault applies to a path among many. */
export class PatternIndex<T extends { pattern: Pattern }> {
  readonly #exact = new Map<string, T>();
  readonly #prefixes = new Map<string, T>();
  /** Lengths of the prefixes, longest first. */
  #lengths: number[] | undefined = [];
  readonly #segments: Node<T> = newNode();
  #hasSegments = false;

  /** The rule with the same path, if there is one. */
  get(pattern: Pattern): T | undefined {
    if (pattern.kind === 'exact') return this.#exact.get(pattern.text);
    if (pattern.kind === 'prefix') return this.#prefixes.get(pattern.text.slice(0, -1));
    const node = this.#nodeOf(pattern, false);
    if (!node) return undefined;
    return pattern.isPrefix ? node.open.get(pattern.segments.at(-1)!) : node.end;
  }

  /** Adds a rule; none with the same path may be there. */
  add(rule: T): void {
    const { pattern } = rule;
    if (pattern.kind === 'exact') this.#exact.set(pattern.text, rule);
    else if (pattern.kind === 'prefix') {
      this.#prefixes.set(pattern.text.slice(0, -1), rule);
      this.#lengths = undefined;
    } else {
      this.#hasSegments = true;
      const node = this.#nodeOf(pattern, true)!;
      if (pattern.isPrefix) {
        const last = pattern.segments.at(-1)!;
        node.open.set(last, rule);
        node.openLengths.add(last.length);
      } else node.end = rule;
    }
  }

  /** The rule for exactly this path. */
  exact(path: string): T | undefined {
    return this.#exact.get(path);
  }

  /** The best of the rules with `*` or `+` that match. */
  wildcard(path: string): T | undefined {
    const prefix = this.#longestPrefix(path);
    if (!this.#hasSegments) return prefix;
    let best = prefix;
    const consider = (rule: T) => {
      if (best === undefined || comparePatterns(rule.pattern, best.pattern) > 0) best = rule;
    };
    walk(this.#segments, path.split('/'), consider);
    return best;
  }

  #longestPrefix(path: string): T | undefined {
    this.#lengths ??= [...new Set([...this.#prefixes.keys()].map((key) => key.length))].sort((a, b) => b - a);
    for (const length of this.#lengths) {
      if (length > path.length) continue;
      const found = this.#prefixes.get(path.slice(0, length));
      if (found) return found;
    }
    return undefined;
  }

  /** The node that a path with `+` ends at; for one with `*`, the node before its last segment. */
  #nodeOf({ segments, isPrefix }: Pattern, isCreated: boolean): Node<T> | undefined {
    let node: Node<T> = this.#segments;
    for (const segment of isPrefix ? segments.slice(0, -1) : segments) {
      let next: Node<T> | undefined = segment === '+' ? node.any : node.children.get(segment);
      if (!next) {
        if (!isCreated) return undefined;
        next = newNode();
        if (segment === '+') node.any = next;
        else node.children.set(segment, next);
      }
      node = next;
    }
    return node;
  }
}

function newNode<T>(): Node<T> {
  return { children: new Map(), open: new Map(), openLengths: new Set() };
}

/** Calls `consider` with every rule of the tree that matches; each node is visited at most once. */
function walk<T>(root: Node<T>, parts: readonly string[], consider: (rule: T) => void): void {
  const stack = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    const part = parts[depth];
    if (part === undefined) {
      if (node.end) consider(node.end);
      continue;
    }
    for (const length of node.openLengths) {
      const rule = length <= part.length ? node.open.get(part.slice(0, length)) : undefined;
      if (rule) consider(rule);
    }
    const child = node.children.get(part);
    if (child) stack.push({ node: child, depth: depth + 1 });
    if (node.any) stack.push({ node: node.any, depth: depth + 1 });
  }
}
