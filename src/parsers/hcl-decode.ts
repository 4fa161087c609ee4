import type { ParameterValue } from '../model/policy.ts';
import type { Range } from '../model/region.ts';
import type { HclItem, HclKey, HclValue } from './hcl-ast.ts';
import { isFloat } from './hcl-values.ts';

/** Items that share a key, with that key taken off. */
interface ItemList {
  type: 'items';
  items: HclItem[];
  range: Range;
}

/** One item that stands where a value is wanted. */
interface ItemNode {
  type: 'item';
  item: HclItem;
  range: Range;
}

/** What a field is read from. */
export type HclNode = HclValue | ItemList | ItemNode;

/** Field readers by name; each is called for every place that sets the field, as Vault's decoder does. */
export type FieldReaders = Record<string, (node: HclNode) => void>;

/** Reads values out of HCL as the decoder of HCL 1 does, which is how Vault reads policies. */
export class HclDecoder {
  readonly #report: (message: string, range: Range) => void;

  /** `report` is told of everything that Vault would refuse. */
  constructor(report: (message: string, range: Range) => void) {
    this.#report = report;
  }

  /** A string; an integer is taken for one. */
  string(node: HclNode, name: string): string {
    if (node.type === 'literal') {
      if (node.kind === 'number' && !isFloat(node.text)) return node.text;
      if (node.kind === 'string' || node.kind === 'heredoc') {
        if (node.defect) this.#report(`${name} with an ${node.defect}`, node.range);
        return String(node.value);
      }
    }
    this.#report(`${name} is ${describe(node)}, expected a string`, node.range);
    return '';
  }

  /** A list of strings, each with its place. */
  strings(node: HclNode, name: string): { value: string; range: Range }[] {
    return this.#elements(node, name).map((item) => ({ value: this.string(item, name), range: item.range }));
  }

  /** An integer, or a string that holds one. */
  integer(node: HclNode, name: string): number {
    const text = node.type === 'literal' && node.kind !== 'bool' && node.kind !== 'heredoc' ? String(node.value) : '';
    const isInteger = node.type === 'literal' && !node.defect && !(node.kind === 'number' && isFloat(node.text));
    if (isInteger && /^[+-]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]*|[1-9][0-9]*|0[bB][01]+)$/.test(text)) return Number(text);
    this.#report(`${name} is ${describe(node)}, expected an integer`, node.range);
    return 0;
  }

  /** Lists of values by name, added to `into`. */
  parameters(node: HclNode, name: string, into: Record<string, ParameterValue[]>): void {
    this.entries(node, name, (key, value) => {
      const values = this.#elements(value, `${name} ${key}`).map((item) => this.any(item, name, 'slice'));
      into[key] = [...(into[key] ?? []), ...values];
    });
  }

  /** Calls `visit` with every key of an object and its value. */
  entries(node: HclNode, name: string, visit: (key: string, value: HclNode) => void): void {
    const items = this.#itemsOf(node, `${name} is ${describe(node)}, expected { name = ... }`);
    const done = new Set<string>();
    for (const item of items) {
      const key = this.#keyOf(item.keys[0]);
      if (key === undefined || done.has(key)) continue;
      if (item.keys.length > 1) {
        done.add(key);
        visit(key, this.filter(items, key));
      } else visit(key, item.value);
    }
  }

  /** Calls the reader of every field that the object sets; other fields are passed over. */
  fields(node: HclNode, name: string, readers: FieldReaders): void {
    const content = node.type === 'item' ? node.item.value : node;
    const items = this.#itemsOf(content, `${name} is ${describe(node)}, expected a block`);
    for (const item of items) this.#keyOf(item.keys[0]);
    for (const [field, read] of Object.entries(readers)) {
      const { items: found } = this.filter(items, field);
      const nested = found.filter(({ keys }) => keys.length > 0);
      if (nested.length > 0) read({ type: 'items', items: nested, range: nested[0]!.range });
      for (const { keys, value } of found) {
        if (keys.length > 0) continue;
        read(value.type === 'object' ? { type: 'items', items: value.items, range: value.range } : value);
      }
    }
  }

  /** Items whose first key is `key`, without regard to case, with that key taken off. */
  filter(items: readonly HclItem[], key: string): ItemList {
    const found = items.flatMap((item) => {
      const first = item.keys[0];
      return first && first.value.toLowerCase() === key.toLowerCase() ? [{ ...item, keys: item.keys.slice(1) }] : [];
    });
    return { type: 'items', items: found, range: found[0]?.range ?? { start: 0, end: 0 } };
  }

  /** Any value, as data. */
  any(node: HclNode, name: string, parent: 'struct' | 'slice' | 'map'): ParameterValue {
    if (node.type === 'literal') {
      if (node.defect) this.#report(`${name} with ${node.defect}`, node.range);
      return node.value;
    }
    if (node.type === 'list') return node.items.map((item) => this.any(item, name, 'slice'));
    if (node.type === 'item') {
      this.#report(`${name} has a block with two names where a value should stand`, node.range);
      return null;
    }
    // Within a list an object is one; elsewhere it is a list of objects, since blocks may be repeated.
    if (parent === 'slice') return this.#object(node, name);
    if (node.type === 'object') return [this.#object(node, name)];
    return node.items.map((item) => this.#object({ type: 'item', item, range: item.range }, name));
  }

  /** Any value; where the field is set again, Vault reads it into what it has read before. */
  again(before: ParameterValue | undefined, node: HclNode, name: string): ParameterValue {
    if (before === undefined || before === null) return this.any(node, name, 'struct');
    if (typeof before === 'string') return this.string(node, name);
    if (Array.isArray(before))
      return [...before, ...this.#elements(node, name).map((item) => this.any(item, name, 'slice'))];
    if (typeof before === 'number' && Number.isInteger(before)) return this.integer(node, name);
    const isSame =
      node.type === 'literal' && (typeof before === 'number' ? node.kind === 'number' : node.kind === 'bool');
    if (!isSame) this.#report(`${name} is ${describe(node)}, expected the kind of its first value`, node.range);
    return this.any(node, name, 'struct');
  }

  #object(node: HclNode, name: string): ParameterValue {
    const result: Record<string, ParameterValue> = {};
    this.entries(node, name, (key, value) => {
      result[key] = this.any(value, name, 'map');
    });
    return result;
  }

  #elements(node: HclNode, name: string): HclNode[] {
    if (node.type === 'list') return node.items;
    if (node.type === 'object') return [node];
    if (node.type === 'items') return node.items.map((item) => ({ type: 'item', item, range: item.range }));
    this.#report(`${name} is ${describe(node)}, expected a list such as ["a", "b"]`, node.range);
    return [];
  }

  #itemsOf(node: HclNode, message: string): HclItem[] {
    if (node.type === 'item') return [node.item];
    if (node.type === 'object' || node.type === 'items') return node.items;
    this.#report(message, node.range);
    return [];
  }

  #keyOf(key: HclKey | undefined): string | undefined {
    if (key?.defect) this.#report(`key with an ${key.defect}`, key.range);
    return key?.value;
  }
}

/** A node in words. */
function describe(node: HclNode): string {
  if (node.type === 'literal') {
    if (node.kind === 'bool') return node.text;
    return node.kind === 'number' ? `the number ${node.text.trim()}` : `a ${node.kind}`;
  }
  return node.type === 'list' ? 'a list' : 'a block';
}
