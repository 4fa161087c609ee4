import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';
import { type ComposePort, readPorts } from './compose-port.ts';
import { get, getScalar, parseYaml, type YamlMapping, type YamlNode, type YamlScalar } from './yaml.ts';

/** One variable of a service. */
export interface ComposeVariable {
  name: string;
  /** Absent where the value comes from the shell. */
  value?: string;
  nameRange: Range;
  /** Never less than the value as it is written, so that it can be masked. */
  valueRange?: Range;
  section: 'environment' | 'build.args' | 'labels';
}

/** A service that has to start earlier. */
export interface ComposeDependency {
  name: string;
  /** Such as `service_healthy`; absent in the short form. */
  condition?: string;
  range: Range;
}

/** One service. */
export interface ComposeService {
  name: string;
  /** Of its name. */
  range: Range;
  image?: YamlScalar;
  build?: { context?: YamlScalar; dockerfile?: YamlScalar };
  variables: ComposeVariable[];
  envFiles: YamlScalar[];
  /** Word by word, or one text. */
  command: YamlScalar[];
  entrypoint: YamlScalar[];
  /** The test of its health check; empty where there is none or it is disabled. */
  healthcheck: YamlScalar[];
  ports: ComposePort[];
  /** The short form as it is written; of the long form the source. */
  volumes: YamlScalar[];
  /** Names of the top-level secrets that it may read. */
  secrets: YamlScalar[];
  capAdd: YamlScalar[];
  isPrivileged: boolean;
  /** Takes what it does not say from another service (`extends:`). */
  isExtending: boolean;
  dependsOn: ComposeDependency[];
}

/** A top-level secret. */
export interface ComposeSecret {
  name: string;
  range: Range;
  /** Path of the file that holds it. */
  file?: YamlScalar;
  /** Name of the variable that holds it. */
  environment?: YamlScalar;
  isExternal: boolean;
}

/** A compose file. */
export interface Compose {
  services: ComposeService[];
  secrets: ComposeSecret[];
  /** Top-level volumes. */
  volumes: { name: string; range: Range }[];
}

/** YAML files that hold services. */
export const composeParser: ArtifactParser = {
  kinds: ['compose'],
  wants: ({ name }) => /\.ya?ml$/i.test(name),
  anchor: /^["']?services["']?\s*:/m,
  parse: ({ text }) => {
    const { compose, errors } = parseCompose(text);
    return {
      artifacts: compose ? [{ kind: 'compose', data: compose }] : [],
      errors: errors.map(({ message, line }) => ({ message: `YAML could not be parsed: ${message}`, line })),
    };
  },
};

/** Parses a compose file; documents without `services` give nothing. Never throws. */
export function parseCompose(text: string): {
  compose: Compose | undefined;
  errors: { message: string; line: number }[];
} {
  const { documents, errors } = parseYaml(text);
  if (!documents.some((document) => looksLikeCompose(get(document, 'services')))) return { compose: undefined, errors };
  const all = (key: string) => documents.flatMap((document) => entries(get(document, key)));
  const compose: Compose = {
    services: all('services').map(({ key, value }) => readService(key, value, text)),
    secrets: all('secrets').map(({ key, value }) => readSecret(key, value)),
    volumes: all('volumes').map(({ key }) => ({ name: key.value, range: key.range })),
  };
  return { compose, errors };
}

/** Every variable once: what an anchor gives to many services is written in one place only. */
export function* eachVariable(compose: Compose): Iterable<{ service: ComposeService; variable: ComposeVariable }> {
  const seen = new Set<string>();
  for (const service of compose.services) {
    for (const variable of service.variables) {
      const place = `${variable.section}:${variable.nameRange.start}`;
      if (seen.has(place)) continue;
      seen.add(place);
      yield { service, variable };
    }
  }
}

/** Entries of `services:` that say where the container comes from. */
function looksLikeCompose(services: YamlNode | undefined): boolean {
  return entries(services).some(({ value }) => ['image', 'build', 'extends'].some((key) => get(value, key)));
}

function readService(key: YamlScalar, node: YamlNode, text: string): ComposeService {
  const image = getScalar(node, 'image');
  const build = get(node, 'build');
  const health = get(node, 'healthcheck');
  return {
    name: key.value,
    range: key.range,
    ...(image ? { image } : {}),
    ...(build ? { build: readBuild(build) } : {}),
    variables: [
      ...readVariables(get(node, 'environment'), 'environment', text),
      ...readVariables(get(build, 'args'), 'build.args', text),
      ...readVariables(get(node, 'labels'), 'labels', text),
    ],
    envFiles: scalars(get(node, 'env_file'), 'path'),
    command: scalars(get(node, 'command')),
    entrypoint: scalars(get(node, 'entrypoint')),
    healthcheck: isTrue(get(health, 'disable')) ? [] : scalars(get(health, 'test')),
    ports: readPorts(get(node, 'ports')),
    volumes: scalars(get(node, 'volumes'), 'source'),
    secrets: scalars(get(node, 'secrets'), 'source'),
    capAdd: scalars(get(node, 'cap_add')),
    isPrivileged: isTrue(get(node, 'privileged')),
    isExtending: get(node, 'extends') !== undefined,
    dependsOn: readDependencies(get(node, 'depends_on')),
  };
}

function readBuild(node: YamlNode): NonNullable<ComposeService['build']> {
  const context = node.type === 'scalar' ? node : getScalar(node, 'context');
  const dockerfile = getScalar(node, 'dockerfile');
  return { ...(context ? { context } : {}), ...(dockerfile ? { dockerfile } : {}) };
}

function readSecret(key: YamlScalar, node: YamlNode): ComposeSecret {
  const file = getScalar(node, 'file');
  const environment = getScalar(node, 'environment');
  return {
    name: key.value,
    range: key.range,
    ...(file ? { file } : {}),
    ...(environment ? { environment } : {}),
    isExternal: isTrue(get(node, 'external')),
  };
}

function readDependencies(node: YamlNode | undefined): ComposeDependency[] {
  if (node?.type !== 'mapping') return scalars(node).map(({ value, range }) => ({ name: value, range }));
  return node.entries.map(({ key, value }) => {
    const condition = getScalar(value, 'condition')?.value;
    return { name: key.value, range: key.range, ...(condition === undefined ? {} : { condition }) };
  });
}

function entries(node: YamlNode | undefined): YamlMapping['entries'] {
  return node?.type === 'mapping' ? node.entries : [];
}

/** A text, or a list of them; of items in long form the value of `longKey`. */
function scalars(node: YamlNode | undefined, longKey?: string): YamlScalar[] {
  if (node === undefined) return [];
  if (node.type === 'scalar') return node.isNull ? [] : [node];
  if (node.type === 'mapping') return [];
  return node.items.flatMap((item) => {
    if (item.type === 'scalar') return item.isNull ? [] : [item];
    return (longKey === undefined ? undefined : getScalar(item, longKey)) ?? [];
  });
}

function isTrue(node: YamlNode | undefined): boolean {
  return node?.type === 'scalar' && /^(?:true|yes|on)$/i.test(node.value);
}

/** Reads both forms: a mapping, and a list of `NAME=value`. */
function readVariables(
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
  return scalars(node).map((item) => readListed(item, section, text));
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
