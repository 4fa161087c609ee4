import type { ComposeVariable } from './compose.ts';
import type { YamlNode, YamlScalar } from './yaml.ts';

/** Reads both forms: a mapping, and a list of `NAME=value`. */
export function readVariables(
  node: YamlNode | undefined,
  section: ComposeVariable['section'],
  text: string,
): ComposeVariable[] {
  if (node?.type === 'mapping') {
    return node.entries.map(({ key, value }) => ({
      name: key.value,
      nameRange: key.range,
      section,
      ...(value.type === 'scalar' && !value.isNull ? { value: value.value, valueRange: value.range } : {}),
    }));
  }
  if (node?.type !== 'sequence') return [];
  return node.items.flatMap((item) => (item.type === 'scalar' ? readListed(item, section, text) : []));
}

function readListed({ value, range }: YamlScalar, section: ComposeVariable['section'], text: string): ComposeVariable {
  const equals = value.indexOf('=');
  if (equals === -1) return { name: value, nameRange: range, section };
  // Where the name is written with escapes or in a block, nobody can say where the value begins: all of it is the value.
  const isPlain = text.startsWith(value.slice(0, equals + 1), range.start);
  const valueStart = isPlain ? range.start + equals + 1 : range.start;
  return {
    name: value.slice(0, equals),
    value: value.slice(equals + 1),
    nameRange: isPlain ? { start: range.start, end: range.start + equals } : range,
    valueRange: { start: valueStart, end: range.end },
    section,
  };
}
