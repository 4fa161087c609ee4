import { posix } from 'node:path';
import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';
import { get, getScalar, parseYaml, type YamlNode } from './yaml.ts';

/** One object of a manifest. */
export interface KubernetesObject {
  /** `Secret`, `Deployment`; `K3sConfig` for the server's own configuration, which has no kind. */
  kind: string;
  apiVersion: string;
  name: string;
  /** Of its kind, or of all of it. */
  range: Range;
  /** The whole object. */
  node: YamlNode;
}

/** The manifests of one file. */
export interface Kubernetes {
  objects: KubernetesObject[];
}

/** Lists in lists that are followed. */
const DEEPEST_LIST = 4;

/** Settings that only a server of k3s or RKE2 has. */
const K3S_KEYS = [
  'cluster-init',
  'tls-san',
  'write-kubeconfig-mode',
  'secrets-encryption',
  'kube-apiserver-arg',
  'datastore-endpoint',
];

/** Reads the objects of a text; what is no object of Kubernetes is left out. Never throws. */
export function parseKubernetes(
  text: string,
  path = '',
): { data: Kubernetes; errors: { message: string; line: number }[] } {
  const { documents, errors } = parseYaml(text);
  const objects = documents.flatMap((document) => objectsOf(document, 0));
  if (objects.length === 0 && isK3sPath(path)) {
    const config = documents.find((document) => K3S_KEYS.some((key) => get(document, key)));
    if (config)
      objects.push({ kind: 'K3sConfig', apiVersion: '', name: '', range: startOf(config.range), node: config });
  }
  // Charts are templates of YAML and no YAML yet.
  const isChart = /\{\{/.test(text);
  return { data: { objects }, errors: objects.length === 0 || isChart ? [] : errors };
}

/** A node below a node, by keys. */
export function at(node: YamlNode | undefined, ...keys: string[]): YamlNode | undefined {
  return keys.reduce<YamlNode | undefined>((inner, key) => get(inner, key), node);
}

/** The items of a list; none for anything else. */
export function itemsOf(node: YamlNode | undefined): YamlNode[] {
  return node?.type === 'sequence' ? node.items : [];
}

function isK3sPath(path: string): boolean {
  return /k3s|rke2/i.test(path) && /^config[\w.-]*\.ya?ml$/i.test(posix.basename(path));
}

function objectsOf(node: YamlNode, depth: number): KubernetesObject[] {
  const kind = getScalar(node, 'kind');
  const apiVersion = getScalar(node, 'apiVersion');
  if (!kind || !apiVersion) return [];
  if (/List$/.test(kind.value) && depth < DEEPEST_LIST)
    return itemsOf(get(node, 'items')).flatMap((item) => objectsOf(item, depth + 1));
  const name = getScalar(get(node, 'metadata'), 'name')?.value ?? '';
  return [{ kind: kind.value, apiVersion: apiVersion.value, name, range: kind.range, node }];
}

function startOf({ start }: Range): Range {
  return { start, end: start };
}

/** What rules have something to say about; manifests are many, and this is rare: a rule about another kind adds its word. */
const ANCHOR = new RegExp(
  String.raw`\bkind["']?\s*:\s*["']?(?:Secret|\w*NetworkPolicy|EncryptionConfiguration)\b|eksctl\.io/|vault|openbao|^\s*(?:${K3S_KEYS.join('|')})\s*:`,
  'm',
);

/** Turns documents that no rule has anything to say about into blanks, which cost nothing to parse and move nothing. */
function withoutOthers(text: string): string {
  return text
    .split(/^(?=---(?:\s|$))/m)
    .map((document) => (ANCHOR.test(document) ? document : document.replace(/[^\n]+/g, blanks)))
    .join('');
}

function blanks(line: string): string {
  return ' '.repeat(line.length);
}

/** Trees of large manifests would fill the memory: kept whole are only those that name Vault. */
function forProject({ objects }: Kubernetes): Kubernetes {
  return {
    objects: objects.map((object) => (mentionsVault(object.node) ? object : { ...object, node: nothingAt(object) })),
  };
}

function nothingAt({ range }: KubernetesObject): YamlNode {
  return { type: 'mapping', entries: [], range };
}

function mentionsVault(node: YamlNode): boolean {
  if (node.type === 'scalar') return /vault|openbao/.test(node.value);
  if (node.type === 'sequence') return node.items.some(mentionsVault);
  return node.entries.some(({ value }) => mentionsVault(value));
}

/** Parses manifests of Kubernetes, configurations of eksctl and of k3s. */
export const kubernetesParser: ArtifactParser = {
  kinds: ['kubernetes'],
  wants: ({ name }) => /\.ya?ml$/i.test(name),
  // Manifests are many, and what rules have something to say about is rare: a rule about another kind adds its word to both.
  literals: ['Secret', 'NetworkPolicy', 'EncryptionConfiguration', 'eksctl.io/', 'vault', 'openbao', ...K3S_KEYS],
  anchor: ANCHOR,
  forProject: (data) => forProject(data as Kubernetes),
  parse: ({ path, text }) => {
    const { data, errors } = parseKubernetes(withoutOthers(text), path);
    return { artifacts: data.objects.length > 0 ? [{ kind: 'kubernetes', data }] : [], errors };
  },
};
