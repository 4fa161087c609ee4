import type { Capability, ParameterValue, PathPart, PolicyRule } from '../model/policy.ts';
import type { DialectFacts } from '../model/policy-dialect.ts';
import type { Range } from '../model/region.ts';
import { parseDuration } from './duration.ts';
import type { HclItem } from './hcl.ts';
import type { HclDecoder, HclNode } from './hcl-decode.ts';
import type { PolicyErrors } from './vault-policy-errors.ts';

/** What reading a rule takes. */
interface RuleReading {
  decoder: HclDecoder;
  facts: DialectFacts;
  errors: PolicyErrors;
}

/** What the old `policy = "..."` stands for. */
const SHORTHANDS: Readonly<Record<string, Capability[]>> = {
  deny: ['deny'],
  read: ['read', 'list'],
  write: ['create', 'read', 'update', 'delete', 'list'],
  sudo: ['create', 'read', 'update', 'delete', 'list', 'sudo'],
};

/** Fields of a rule before they are checked. */
interface RawRule {
  written: { value: string; range: Range }[];
  shorthand?: { value: string; range: Range };
  allowed?: Record<string, ParameterValue[]>;
  denied?: Record<string, ParameterValue[]>;
  required: string[];
  mfaMethods: string[];
  eventTypes: string[];
  minimum?: { value: ParameterValue; range: Range };
  maximum?: { value: ParameterValue; range: Range };
  controlGroup?: RawControlGroup;
  expiration?: string;
}

interface RawControlGroup {
  range: Range;
  ttl?: ParameterValue;
  factors: Map<string, { hasIdentity: boolean; groups: number; approvals: number; controlled: string[] }>;
}

/** Reads one `path`; its own key is taken off, so that the first key is the path itself. */
export function readRule(item: HclItem, pathKeyword: Range, reading: RuleReading): PolicyRule {
  const { errors } = reading;
  const key = item.keys[0];
  // A block without a path is a rule for the path `path`; Vault does the same.
  const path = key?.value ?? 'path';
  const pathRange = key?.range ?? pathKeyword;
  if (key?.defect) errors.at(`path with an ${key.defect}`, key.range);
  const template = readTemplate(path, pathRange, errors);
  if (item.value.type !== 'object') {
    errors.at(`path ${path} without a block, expected { after the path`, item.value.range);
  }
  const raw = readFields(item, path, reading);
  if (path.includes('+*'))
    errors.at(`path ${path} holds +*, expected + as a whole segment and * at the end`, pathRange);
  const { capabilities, isDenied } = readCapabilities(raw, path, reading);
  const base = {
    path,
    ...(template ? { template } : {}),
    capabilities,
    written: raw.written,
    ...(raw.shorthand ? { shorthand: raw.shorthand } : {}),
    line: errors.lineOf(pathRange.start),
    range: item.range,
    pathRange,
  };
  // A rule that denies is finished here; Vault does not look at its other fields.
  return isDenied ? base : { ...base, ...readConditions(raw, path, capabilities, errors) };
}

/** The path's fixed text and templates; undefined where it holds none. */
function readTemplate(path: string, range: Range, errors: PolicyErrors): PathPart[] | undefined {
  const pieces = path.split('{{');
  const parts: PathPart[] = pieces[0] === '' ? [] : [{ text: pieces[0]! }];
  let isBalanced = !pieces[0]!.includes('}}');
  for (const piece of pieces.slice(1)) {
    const [expression = '', text = '', ...rest] = piece.split('}}');
    isBalanced &&= rest.length === 0 && piece.includes('}}');
    parts.push({ expression: expression.trim() });
    if (text !== '') parts.push({ text });
  }
  if (!isBalanced) errors.at(`path ${path} with unbalanced {{ and }}`, range);
  return isBalanced && pieces.length > 1 ? parts : undefined;
}

function readFields(item: HclItem, path: string, { decoder, facts, errors }: RuleReading): RawRule {
  const raw: RawRule = { written: [], required: [], mfaMethods: [], eventTypes: [] };
  if (item.value.type !== 'object') return raw;
  for (const { keys } of item.value.items) {
    const [first] = keys;
    if (!facts.keys.has(first!.value))
      errors.at(`unknown key ${first!.value} of path ${path}, expected ${nearest(first!.value, facts)}`, first!.range);
  }
  decoder.fields(item.value, `path ${path}`, {
    policy: (node) => {
      raw.shorthand = { value: decoder.string(node, 'policy'), range: node.range };
    },
    capabilities: (node) => raw.written.push(...decoder.strings(node, 'capabilities')),
    min_wrapping_ttl: (node) => {
      raw.minimum = { value: decoder.again(raw.minimum?.value, node, 'min_wrapping_ttl'), range: node.range };
    },
    max_wrapping_ttl: (node) => {
      raw.maximum = { value: decoder.again(raw.maximum?.value, node, 'max_wrapping_ttl'), range: node.range };
    },
    allowed_parameters: (node) => decoder.parameters(node, 'allowed_parameters', (raw.allowed ??= {})),
    denied_parameters: (node) => decoder.parameters(node, 'denied_parameters', (raw.denied ??= {})),
    required_parameters: (node) => raw.required.push(...texts(decoder, node, 'required_parameters')),
    mfa_methods: (node) => raw.mfaMethods.push(...texts(decoder, node, 'mfa_methods')),
    subscribe_event_types: (node) => raw.eventTypes.push(...texts(decoder, node, 'subscribe_event_types')),
    control_group: (node) => readControlGroup(node, decoder, (raw.controlGroup ??= emptyGroup(node.range))),
    ...(facts.keys.has('expiration')
      ? {
          expiration: (node: HclNode) => {
            raw.expiration = decoder.string(node, 'expiration');
          },
        }
      : {}),
  });
  return raw;
}

function texts(decoder: HclDecoder, node: HclNode, name: string): string[] {
  return decoder.strings(node, name).map(({ value }) => value);
}

function emptyGroup(range: Range): RawControlGroup {
  return { range, factors: new Map() };
}

function readControlGroup(node: HclNode, decoder: HclDecoder, group: RawControlGroup): void {
  decoder.fields(node, 'control_group', {
    ttl: (value) => {
      group.ttl = decoder.again(group.ttl, value, 'ttl');
    },
    factor: (value) =>
      decoder.entries(value, 'factor', (name, content) => {
        const factor = group.factors.get(name) ?? { hasIdentity: false, groups: 0, approvals: 0, controlled: [] };
        group.factors.set(name, factor);
        decoder.fields(content, `factor ${name}`, {
          name: (inner) => decoder.string(inner, 'name'),
          identity: (identity) => {
            factor.hasIdentity = true;
            decoder.fields(identity, 'identity', {
              group_ids: (ids) => {
                factor.groups += decoder.strings(ids, 'group_ids').length;
              },
              group_names: (names) => {
                factor.groups += decoder.strings(names, 'group_names').length;
              },
              approvals: (count) => {
                factor.approvals = decoder.integer(count, 'approvals');
              },
            });
          },
          controlled_capabilities: (list) => factor.controlled.push(...texts(decoder, list, 'controlled_capabilities')),
        });
      }),
  });
}

function readCapabilities(
  raw: RawRule,
  path: string,
  { facts, errors }: RuleReading,
): { capabilities: Capability[]; isDenied: boolean } {
  const granted = new Set<Capability>();
  const { shorthand } = raw;
  if (shorthand && shorthand.value !== '' && !SHORTHANDS[shorthand.value])
    errors.at(
      `unknown policy ${JSON.stringify(shorthand.value)} of path ${path}, expected deny, read, write or sudo`,
      shorthand.range,
    );
  // The first `deny` ends the reading of the list.
  if (shorthand?.value === 'deny') return { capabilities: ['deny'], isDenied: true };
  for (const { value, range } of raw.written) {
    if (value === 'deny') return { capabilities: ['deny'], isDenied: true };
    if (facts.capabilities.has(value as Capability)) granted.add(value as Capability);
    else
      errors.at(
        `unknown capability ${JSON.stringify(value)} of path ${path}, expected one of ${[...facts.capabilities].sort().join(', ')}`,
        range,
      );
  }
  for (const capability of (shorthand && SHORTHANDS[shorthand.value]) || []) granted.add(capability);
  return { capabilities: [...granted].sort(), isDenied: false };
}

function readConditions(
  raw: RawRule,
  path: string,
  capabilities: readonly Capability[],
  errors: PolicyErrors,
): Partial<PolicyRule> {
  const minimum = readTtl(raw.minimum, 'min_wrapping_ttl', errors);
  const maximum = readTtl(raw.maximum, 'max_wrapping_ttl', errors);
  if (minimum !== 0 && maximum !== 0 && maximum < minimum)
    errors.at(`path ${path} with max_wrapping_ttl below min_wrapping_ttl`, raw.maximum!.range);
  if (raw.controlGroup) checkControlGroup(raw.controlGroup, capabilities, errors);
  return {
    ...(raw.allowed ? { allowedParameters: lowerKeys(raw.allowed) } : {}),
    ...(raw.denied ? { deniedParameters: lowerKeys(raw.denied) } : {}),
    ...(raw.required.length > 0 ? { requiredParameters: raw.required } : {}),
    ...(minimum === 0 ? {} : { minWrappingSeconds: minimum }),
    ...(maximum === 0 ? {} : { maxWrappingSeconds: maximum }),
    ...(raw.mfaMethods.length > 0 ? { mfaMethods: raw.mfaMethods } : {}),
    ...(raw.controlGroup ? { hasControlGroup: true } : {}),
    ...(raw.eventTypes.length > 0 ? { subscribeEventTypes: raw.eventTypes } : {}),
    ...(raw.expiration === undefined ? {} : { expiration: raw.expiration }),
  };
}

function readTtl(field: RawRule['minimum'], name: string, errors: PolicyErrors): number {
  if (!field) return 0;
  const seconds = parseDuration(field.value);
  if (seconds === undefined) errors.at(`${name} is no duration, expected one such as "90s", "1h" or 3600`, field.range);
  return seconds ?? 0;
}

function checkControlGroup(group: RawControlGroup, capabilities: readonly string[], errors: PolicyErrors): void {
  if (group.ttl !== undefined && parseDuration(group.ttl) === undefined)
    errors.at('ttl of control_group is no duration, expected one such as "1h"', group.range);
  if (group.factors.size === 0) errors.at('control_group without a factor', group.range);
  for (const [name, { hasIdentity, groups, approvals, controlled }] of group.factors) {
    if (!hasIdentity) errors.at(`factor ${name} without identity`, group.range);
    else if (approvals <= 0 || groups === 0)
      errors.at(`factor ${name}, expected group_names or group_ids, and approvals above 0`, group.range);
    if (controlled.some((capability) => !capabilities.includes(capability)))
      errors.at(`factor ${name} with controlled_capabilities that the path does not grant`, group.range);
  }
}

function lowerKeys(values: Record<string, ParameterValue[]>): Record<string, ParameterValue[]> {
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name.toLowerCase(), list]));
}

/** The known key that a wrong one is most like, or all of them. */
function nearest(key: string, facts: DialectFacts): string {
  const likely = [...facts.keys].find((known) => known.startsWith(key.slice(0, 4)) || known.includes(key));
  return likely ?? [...facts.keys].sort().join(', ');
}
