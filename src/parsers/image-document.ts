import type { Range } from '../model/region.ts';
import type { ArtifactParser, ParseResult } from './artifact.ts';
import { get, getScalar, parseYaml, type YamlNode } from './yaml.ts';

/** A text and where it stands, without its quotes. */
export interface Located {
  value: string;
  range: Range;
}

/** A variable, a label or the like: `NAME=VALUE`. */
export interface ImageVariable {
  name: string;
  value: string;
  nameRange: Range;
  valueRange: Range;
}

/** A file that rules over images look at. */
export interface ImageFile {
  path: string;
  /** Such as `environment file` or `program of Vault`. */
  what: string;
  isUnsure: boolean;
  mode: number;
  uid: number;
  /** Of Vault's program or package; empty where it could not be told. */
  version: string;
  /** Where the path stands. */
  range: Range;
}

/** What an image, or a container, says of itself, written by `sources/image` as JSON so that everything has a place. */
export interface ImageDocument {
  name: Located;
  user: Located;
  env: ImageVariable[];
  labels: ImageVariable[];
  entrypoint: Located[];
  cmd: Located[];
  healthcheck: Located[];
  exposedPorts: Located[];
  volumes: Located[];
  onBuild: Located[];
  /** The steps that made the image, first to last. */
  history: Located[];
  files: ImageFile[];
  /** The image that this one is built on, where it is known. */
  base?: Located;
  /** `present`, `absent`, or nothing where nobody could look. */
  signature?: Located;
  /** Kinds of texts that were attached at the build, such as `https://slsa.dev/provenance/v0.2`. */
  attestations: Located[];
}

/** How a container runs. */
export interface ContainerDocument {
  name: Located;
  /** Words for what weakens its walls, such as `Privileged=true`: name and value. */
  settings: ImageVariable[];
  mounts: { source: Located; target: Located; isWritable: boolean }[];
  /** `0.0.0.0:8200->8200/tcp`. */
  ports: Located[];
}

/** First line of a document of an image or of a container; nobody else writes it. */
export const DOCUMENT_HEAD = {
  image: '{\n  "vaultcheck": "image",',
  container: '{\n  "vaultcheck": "container",',
} as const;

/** The parser of these documents. */
export const imageDocumentParser: ArtifactParser = {
  kinds: ['image', 'container'],
  wants: ({ head }) => head.startsWith(DOCUMENT_HEAD.image) || head.startsWith(DOCUMENT_HEAD.container),
  parse: ({ text }) => parseImageDocument(text),
};

/** Reads a document of an image, or of a container with the environment that it runs in. */
export function parseImageDocument(text: string): ParseResult {
  const { documents, errors } = parseYaml(text);
  const root = documents[0];
  if (root === undefined) return { artifacts: [], errors };
  const image = toImage(root, text);
  if (getScalar(root, 'vaultcheck')?.value !== 'container')
    return { artifacts: [{ kind: 'image', data: image }], errors };
  return {
    artifacts: [
      { kind: 'image', data: image },
      { kind: 'container', data: toContainer(root, text) },
    ],
    errors,
  };
}

function toImage(root: YamlNode, text: string): ImageDocument {
  const base = get(root, 'base');
  const signature = getScalar(root, 'signature');
  const config = get(root, 'config');
  return {
    name: located(get(root, 'name')),
    user: located(get(config, 'User')),
    env: variables(get(config, 'Env'), text),
    labels: variables(get(config, 'Labels'), text),
    entrypoint: list(get(config, 'Entrypoint')),
    cmd: list(get(config, 'Cmd')),
    healthcheck: list(get(config, 'Healthcheck')),
    exposedPorts: list(get(config, 'ExposedPorts')),
    volumes: list(get(config, 'Volumes')),
    onBuild: list(get(config, 'OnBuild')),
    history: list(get(root, 'history')),
    files: files(get(root, 'files')),
    ...(base ? { base: located(base) } : {}),
    ...(signature ? { signature: located(signature) } : {}),
    attestations: list(get(root, 'attestations')),
  };
}

function toContainer(root: YamlNode, text: string): ContainerDocument {
  const mounts = get(root, 'mounts');
  return {
    name: located(get(root, 'name')),
    settings: variables(get(root, 'settings'), text),
    mounts: (mounts?.type === 'sequence' ? mounts.items : []).flatMap((mount) =>
      mount.type === 'mapping'
        ? [
            {
              source: located(get(mount, 'source')),
              target: located(get(mount, 'target')),
              isWritable: getScalar(mount, 'writable')?.value === 'true',
            },
          ]
        : [],
    ),
    ports: list(get(root, 'ports')),
  };
}

function located(node: YamlNode | undefined): Located {
  return node?.type === 'scalar'
    ? { value: node.value, range: node.range }
    : { value: '', range: { start: 0, end: 0 } };
}

function list(node: YamlNode | undefined): Located[] {
  return node?.type === 'sequence' ? node.items.filter(({ type }) => type === 'scalar').map(located) : [];
}

function variables(node: YamlNode | undefined, text: string): ImageVariable[] {
  return list(node).flatMap(({ value, range }) => {
    const equals = value.indexOf('=');
    if (equals === -1) return [];
    // Escapes may stand before the `=`, so it is looked for in the text as well.
    const at = range.start + text.slice(range.start, range.end).indexOf('=');
    return [
      {
        name: value.slice(0, equals),
        value: value.slice(equals + 1),
        nameRange: { start: range.start, end: at },
        valueRange: { start: at + 1, end: range.end },
      },
    ];
  });
}

function files(node: YamlNode | undefined): ImageFile[] {
  if (node?.type !== 'sequence') return [];
  return node.items.flatMap((item) => {
    if (item.type !== 'mapping') return [];
    const field = (key: string) => getScalar(item, key)?.value ?? '';
    return [
      {
        path: field('path'),
        what: field('what'),
        isUnsure: field('unsure') === 'true',
        mode: Number.parseInt(field('mode') || '0', 8),
        uid: Number(field('uid')),
        version: field('version'),
        range: located(get(item, 'path')).range,
      },
    ];
  });
}
