import type { Range } from '../model/region.ts';
import type { ArtifactParser, ParseResult } from './artifact.ts';
import { parseHcl } from './hcl.ts';
import { readAgentConfig, readServerConfig } from './vault-config.ts';
import { parseYaml, type YamlNode, type YamlScalar } from './yaml.ts';

/** A stanza of Vault's in a text of several lines: of a ConfigMap, of a chart's values. */
const STANZA = /^[ \t]*(?:auto_auth\s*\{|(?:storage|listener|seal)\s+"\w+"\s*\{)/m;

/** Parses configurations of Vault that a YAML file holds as texts, such as ConfigMaps and the values of Vault's chart. */
export const yamlConfigParser: ArtifactParser = {
  kinds: ['vault-agent', 'vault-server', 'secret-template'],
  wants: ({ name }) => /\.ya?ml$/i.test(name),
  literals: ['auto_auth', 'storage "', 'listener "', 'seal "'],
  anchor: STANZA,
  parse: ({ path, text }) => ({
    artifacts: parseYaml(text)
      .documents.flatMap(textsOf)
      .flatMap((scalar) => readText(scalar, text, path)),
    // The parsers of the file itself tell what of it is no YAML; what it holds may be filled in later.
    errors: [],
  }),
};

/** Texts that hold a stanza, each once also where an alias repeats it. */
function textsOf(root: YamlNode): YamlScalar[] {
  const found = new Map<number, YamlScalar>();
  const open: YamlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'sequence') open.push(...node.items);
    else if (node.type === 'mapping') open.push(...node.entries.map(({ value }) => value));
    else if (STANZA.test(node.value)) found.set(node.range.start, node);
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

/** Never as a whole: the chart and the environment of the container say the rest. */
function readText({ value, range }: YamlScalar, text: string, path: string): ParseResult['artifacts'] {
  const offsets = offsetsOf(value, range, text);
  if (!offsets) return [];
  const { body } = parseHcl(value, { format: 'hcl', allowDuplicates: true });
  const agent = readAgentConfig(body, value, path);
  if (agent) {
    const data = moved(agent, offsets);
    const bodies = [...data.templates, ...data.envTemplates].flatMap((template) => template.body ?? []);
    return [
      { kind: 'vault-agent', data },
      ...bodies.map((template) => ({ kind: 'secret-template' as const, data: template })),
    ];
  }
  const server = readServerConfig(body);
  return server ? [{ kind: 'vault-server', data: moved({ ...server, isWhole: false }, offsets) }] : [];
}

/** Where each character of a block (`|`) stands in the file; undefined where the lines are not the ones that are written. */
function offsetsOf(value: string, range: Range, text: string): number[] | undefined {
  const offsets: number[] = [];
  let at = range.start;
  for (const line of value.replace(/\n+$/, '').split('\n')) {
    const end = text.indexOf('\n', at);
    const written = text.slice(at, end === -1 ? text.length : end).replace(/\r$/, '');
    if (!written.endsWith(line)) return undefined;
    const start = at + written.length - line.length;
    for (let i = 0; i <= line.length; i++) offsets.push(start + i);
    if (end === -1 || end >= range.end) break;
    at = end + 1;
  }
  return offsets.length >= value.replace(/\n+$/, '').length ? offsets : undefined;
}

/** A copy of plain data with every range moved to where its characters stand in the file. */
function moved<T>(data: T, offsets: readonly number[]): T {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item) => moved(item, offsets)) as T;
  const { start, end } = data as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') {
    const place = (offset: number) => offsets[Math.min(offset, offsets.length - 1)] ?? 0;
    return { ...data, start: place(start), end: place(end) };
  }
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, moved(value, offsets)])) as T;
}
