import { type LayerFacts, writesPath } from './layer-facts.ts';

/** How a later layer hides a file of an earlier one. */
export interface Hiding {
  /** Number of the later layer. */
  by: number;
  how: 'deleted' | 'replaced';
}

/** What of one layer its successors must know. */
export type LayerTree = Pick<LayerFacts, 'whiteouts' | 'opaque' | 'links' | 'paths'>;

/**
 * Tells which files of an image's layers are hidden by later layers, as the overlay file system would show them.
 *
 * A file with several names is hidden only when all of them are.
 */
export class Overlay {
  readonly #layers: readonly (LayerTree | undefined)[];
  readonly #whiteouts: ReadonlySet<string>[];
  readonly #opaque: ReadonlySet<string>[];

  /** Layers, lowest first; those that could not be read are missing and hide nothing. */
  constructor(layers: readonly (LayerTree | undefined)[]) {
    this.#layers = layers;
    this.#whiteouts = layers.map((layer) => new Set(layer?.whiteouts));
    this.#opaque = layers.map((layer) => new Set(layer?.opaque));
  }

  /** The first later layer from which on no name of the file is there; nothing where one still is. */
  hiding(layer: number, path: string): Hiding | undefined {
    const names = this.#namesOf(layer, path);
    let last: Hiding | undefined;
    for (const name of names) {
      const hiding = this.#hidingOfName(layer, name);
      if (hiding === undefined) return undefined;
      if (last === undefined || hiding.by > last.by) last = hiding;
    }
    return last;
  }

  #namesOf(layer: number, path: string): string[] {
    const links = this.#layers[layer]?.links ?? [];
    return [path, ...links.filter(({ target }) => target === path).map((link) => link.path)];
  }

  #hidingOfName(layer: number, path: string): Hiding | undefined {
    for (let by = layer + 1; by < this.#layers.length; by++) {
      const later = this.#layers[by];
      if (later === undefined) continue;
      if (writesPath(later, path)) return { by, how: 'replaced' };
      if (this.#isTakenAway(by, path)) return { by, how: 'deleted' };
    }
    return undefined;
  }

  #isTakenAway(by: number, path: string): boolean {
    const whiteouts = this.#whiteouts[by]!;
    const opaque = this.#opaque[by]!;
    if (whiteouts.size === 0 && opaque.size === 0 && this.#layers[by]!.paths.length === 0) return false;
    if (whiteouts.has(path) || opaque.has('')) return true;
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      // A file or a link in the place of the folder hides all that was in it.
      if (whiteouts.has(folder) || opaque.has(folder) || writesPath(this.#layers[by]!, folder)) return true;
    }
    return false;
  }
}
