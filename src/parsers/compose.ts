import type { Range } from '../model/region.ts';
import { get, parseYaml, type YamlNode, type YamlScalar } from './yaml.ts';

/** One variable of a service. */
export interface ComposeVariable {
  name: string;
  /** Absent where the value comes from the shell. */
  value?: string;
  nameRange: Range;
  valueRange?: Range;
  /** `environment`, `build.args` or `labels`. */
  section: string;
}

/** One service. */
export interface ComposeService {
  name: string;
  range: Range;
  image?: YamlScalar;
  variables: ComposeVariable[];
  /** `command`, `entrypoint` and health check, word by word or as one text. */
  commands: YamlScalar[];
  ports: YamlScalar[];
  volumes: YamlScalar[];
}

/** A compose file. */
export interface Compose {
  services: ComposeService[];
}

/** Parses a compose file; documents without `services` give nothing. */
export function parseCompose(text: string): {
  compose: Compose | undefined;
  errors: { message: string; line: number }[];
} {
  const { documents, errors } = parseYaml(text);
  const services = documents.flatMap((document) => {
    const node = get(document, 'services');
    if (node?.type !== 'mapping') return [];
    return node.entries.map(({ key, value }) => readService(key, value));
  });
  const isCompose = documents.some((document) => looksLikeCompose(get(document, 'services')));
  return { compose: isCompose ? { services } : undefined, errors };
}

/** Entries of `services:` that say where the container comes from. */
function looksLikeCompose(services: YamlNode | undefined): boolean {
  if (services?.type !== 'mapping') return false;
  return services.entries.some(({ value }) => ['image', 'build', 'extends'].some((key) => get(value, key)));
}

function readService(key: YamlScalar, node: YamlNode): ComposeService {
  const image = get(node, 'image');
  return {
    name: key.value,
    range: key.range,
    ...(image?.type === 'scalar' ? { image } : {}),
    variables: [
      ...readVariables(get(node, 'environment'), 'environment'),
      ...readVariables(get(get(node, 'build'), 'args'), 'build.args'),
      ...readVariables(get(node, 'labels'), 'labels'),
    ],
    commands: [get(node, 'command'), get(node, 'entrypoint'), get(get(node, 'healthcheck'), 'test')].flatMap(scalars),
    ports: scalars(get(node, 'ports')),
    volumes: scalars(get(node, 'volumes')),
  };
}

function scalars(node: YamlNode | undefined): YamlScalar[] {
  if (node === undefined) return [];
  if (node.type === 'scalar') return [node];
  return node.type === 'sequence' ? node.items.filter((item) => item.type === 'scalar') : [];
}

/** Reads both forms: a mapping, and a list of `NAME=value`. */
function readVariables(node: YamlNode | undefined, section: string): ComposeVariable[] {
  if (node?.type === 'mapping') {
    return node.entries.map(({ key, value }) => ({
      name: key.value,
      nameRange: key.range,
      section,
      ...(value.type === 'scalar' && value.range.end > value.range.start
        ? { value: value.value, valueRange: value.range }
        : {}),
    }));
  }
  return scalars(node).map((item) => {
    const equals = item.value.indexOf('=');
    if (equals === -1) return { name: item.value, nameRange: item.range, section };
    // Escapes in quoted scalars make text and value differ in length; the value is at the end either way.
    const length = item.value.length - equals - 1;
    const valueRange = { start: Math.max(item.range.start, item.range.end - length), end: item.range.end };
    return {
      name: item.value.slice(0, equals),
      value: item.value.slice(equals + 1),
      nameRange: item.range,
      valueRange,
      section,
    };
  });
}
