import type { Range } from '../model/region.ts';
import type { HclItem, HclKey, HclLiteral, HclObject, HclValue } from './hcl-ast.ts';

/** `name = value`, where the value is a text, number, truth or a list of them. */
export interface Setting {
  name: string;
  nameRange: Range;
  /** Absent for lists. */
  value?: string;
  /** A number or truth without quotes; Vault reads `0640` as octal only then. */
  isBare: boolean;
  /** Of the value; of a text without its quotes. */
  range: Range;
  /** Texts of a list; a single value is a list of one. */
  items: { value: string; range: Range }[];
}

/** `type "label" { ... }` and what Vault takes for the same: `type = { ... }`, `{ "type": { "label": { ... } } }`. */
export interface Stanza {
  type: string;
  /** The word after the type, or the value of `type = "..."`; as it is written. */
  label?: string;
  /** Of the type's name. */
  nameRange: Range;
  /** Of all of it. */
  range: Range;
  settings: Setting[];
  stanzas: Stanza[];
}

/** Stanzas whose kind stands in a label, in `type = "..."` or, in JSON, in the key of one more object. */
const LABELLED = new Set([
  'listener',
  'storage',
  'backend',
  'ha_storage',
  'ha_backend',
  'seal',
  'hsm',
  'service_registration',
  'method',
  'sink',
  'persist',
  'env_template',
  'audit',
]);

/** Stanzas in stanzas that are followed; deeper ones are no configuration. */
const DEEPEST = 12;

/** Reads a parsed file as stanzas. */
export function readStanzas(body: HclObject): Stanza {
  const root: Stanza = { type: '', nameRange: startOf(body.range), range: body.range, settings: [], stanzas: [] };
  fill(root, body, 0);
  return root;
}

/** Stanzas of one of the types, in order; letter case does not count. */
export function stanzasOf(parent: Stanza | undefined, ...types: string[]): Stanza[] {
  return parent?.stanzas.filter(({ type }) => types.includes(type.toLowerCase())) ?? [];
}

/** The last stanza of a type. */
export function stanzaOf(parent: Stanza | undefined, ...types: string[]): Stanza | undefined {
  return stanzasOf(parent, ...types).at(-1);
}

/** The last setting of a name; letter case does not count. */
export function settingOf(parent: Stanza | undefined, name: string): Setting | undefined {
  return parent?.settings.findLast((setting) => setting.name.toLowerCase() === name);
}

/** Its text, or undefined where there is none. */
export function textOf(parent: Stanza | undefined, name: string): string | undefined {
  return settingOf(parent, name)?.value;
}

/** The kind of a labelled stanza in lower case. */
export function labelOf(stanza: Stanza): string {
  return stanza.label?.toLowerCase() ?? '';
}

/** What Vault reads as true. */
export function isOn(setting: Setting | undefined): boolean {
  return setting !== undefined && /^(?:1|t|true)$/i.test(setting.value ?? '');
}

/** What Vault reads as false; absent is neither. */
export function isOff(setting: Setting | undefined): boolean {
  return setting !== undefined && /^(?:0|f|false)$/i.test(setting.value ?? '');
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `90`, `5m`, `1h30m`; undefined for anything else. */
export function secondsOf(setting: Setting | undefined): number | undefined {
  const value = setting?.value?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(value)) return undefined;
  let seconds = 0;
  for (const [, count, unit] of value.matchAll(/([\d.]+)(ms|[smhd])/g)) seconds += Number(count) * SECONDS[unit!]!;
  return seconds;
}

/** File permissions as Vault reads them: a text and a number that begins with 0 are octal. */
export function modeOf(setting: Setting | undefined): number | undefined {
  const value = setting?.value?.trim();
  if (value === undefined || !/^(?:0o)?\d{1,5}$/.test(value)) return undefined;
  const isOctal = !setting?.isBare || value.startsWith('0');
  return Number.parseInt(value.replace(/^0o/, ''), isOctal ? 8 : 10);
}

/** Settings of a name that stand twice in one stanza, and once in each after the first; newer Vaults refuse them. */
export function* repeatedSettings(stanza: Stanza): Iterable<Setting> {
  const seen = new Set<string>();
  for (const setting of stanza.settings) {
    if (seen.has(setting.name)) yield setting;
    seen.add(setting.name);
  }
  for (const inner of stanza.stanzas) yield* repeatedSettings(inner);
}

function fill(stanza: Stanza, body: HclObject, depth: number): void {
  for (const item of body.items) {
    if (item.keys.length > 0) read(stanza, item, depth);
  }
}

function read(parent: Stanza, item: HclItem, depth: number): void {
  const { value } = item;
  if (value.type === 'literal' || (value.type === 'list' && !value.items.some(({ type }) => type === 'object'))) {
    parent.settings.push(readSetting(item, value));
    return;
  }
  if (depth + item.keys.length > DEEPEST) return;
  const steps = stepsOf(item);
  const last = steps.pop()!;
  let at = parent;
  for (const step of steps) at = enter(at, step, item.range);
  for (const object of value.type === 'list' ? value.items : [value]) {
    if (object.type !== 'object') continue;
    const stanza = newStanza(last, value.type === 'list' ? object.range : item.range);
    fill(stanza, object, depth + item.keys.length);
    const type = textOf(stanza, 'type');
    at.stanzas.push(...spread(type === undefined ? stanza : { label: type, ...stanza }));
  }
}

/** A type and its label. */
interface Step {
  key: HclKey;
  label: string | undefined;
}

/** `listener "tcp" {` is one step; JSON's `"auto_auth": {"method": {"approle": {`, which has all keys in one item, two. */
function stepsOf({ keys, isAssigned }: HclItem): [Step, ...Step[]] {
  const steps: Step[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const takesLabel = LABELLED.has(key.value.toLowerCase()) || !isAssigned;
    const label = takesLabel ? keys[i + 1]?.value : undefined;
    if (label !== undefined) i++;
    steps.push({ key, label });
    if (!isAssigned) break;
  }
  return steps as [Step, ...Step[]];
}

/** The stanza of a step that an earlier item of the same object opened, or a new one. */
function enter(parent: Stanza, step: Step, range: Range): Stanza {
  const open = parent.stanzas.at(-1);
  if (open?.nameRange.start === step.key.range.start && open.label === step.label) return open;
  const stanza = newStanza(step, range);
  parent.stanzas.push(stanza);
  return stanza;
}

function newStanza({ key, label }: Step, range: Range): Stanza {
  const stanza: Stanza = { type: key.value, nameRange: key.range, range, settings: [], stanzas: [] };
  return label === undefined ? stanza : { ...stanza, label };
}

/** `"listener": { "tcp": { ... }, "unix": { ... } }` is two listeners. */
function spread(stanza: Stanza): Stanza[] {
  const isNested =
    LABELLED.has(stanza.type.toLowerCase()) &&
    stanza.label === undefined &&
    stanza.settings.length === 0 &&
    stanza.stanzas.length > 0 &&
    stanza.stanzas.every(({ label, type }) => label === undefined && type !== 'config');
  if (!isNested) return [stanza];
  return stanza.stanzas.map((inner) => ({ ...inner, type: stanza.type, label: inner.type }));
}

function readSetting(item: HclItem, value: HclValue): Setting {
  const { value: name, range: nameRange } = item.keys.at(-1)!;
  const literals = (value.type === 'list' ? value.items : [value]).filter((one) => one.type === 'literal');
  const setting = { name, nameRange, items: literals.map((one) => ({ value: valueText(one), range: contentOf(one) })) };
  if (value.type !== 'literal') return { ...setting, isBare: false, range: value.range };
  const isBare = value.kind === 'number' || value.kind === 'bool';
  return { ...setting, value: valueText(value), isBare, range: contentOf(value) };
}

/** A number as it is written, since `0640` is not 640. */
function valueText(literal: HclLiteral): string {
  return literal.kind === 'number' ? literal.text : String(literal.value);
}

/** Without quotes; of a heredoc its lines, where nothing was taken off them. */
function contentOf({ kind, text, value, range }: HclLiteral): Range {
  if (kind === 'string' && text.length >= 2) return { start: range.start + 1, end: range.end - 1 };
  if (kind !== 'heredoc') return range;
  const start = text.indexOf('\n') + 1;
  if (!text.startsWith(String(value), start)) return range;
  return { start: range.start + start, end: range.start + start + String(value).length };
}

function startOf({ start }: Range): Range {
  return { start, end: start };
}
