import type { ImageConfig } from '../../parsers/image-config.ts';
import { DOCUMENT_HEAD } from '../../parsers/image-document.ts';

/** A file of an image's layers that rules look at, and its layer. */
export interface DocumentFile {
  path: string;
  what: string;
  isUnsure?: boolean;
  mode: number;
  uid: number;
  sizeBytes: number;
  version?: string;
  layer: string;
}

/** What stands in the document of an image. */
export interface DocumentInput {
  name: string;
  config: Pick<
    ImageConfig,
    'user' | 'env' | 'entrypoint' | 'cmd' | 'labels' | 'healthcheck' | 'exposedPorts' | 'volumes' | 'onBuild'
  >;
  history: readonly string[];
  base?: string;
  signature?: 'present' | 'absent';
  attestations: readonly string[];
  files: readonly DocumentFile[];
}

/** What stands in the document of a container. */
export interface ContainerInput {
  name: string;
  config: DocumentInput['config'];
  settings: readonly string[];
  mounts: readonly { source: string; target: string; isWritable: boolean }[];
  ports: readonly string[];
}

/** Characters that YAML, as which documents are parsed, does not take as they are. */
const UNSAFE = /[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g;

/** The document of an image: JSON with one thing a line. */
export function imageDocument(input: DocumentInput): string {
  const { name, config, history, base, signature, attestations, files } = input;
  return [
    DOCUMENT_HEAD.image,
    `  "name": ${json(name)},`,
    ...configLines(config),
    ...listLines('history', history),
    ...(base === undefined ? [] : [`  "base": ${json(base)},`]),
    ...(signature === undefined ? [] : [`  "signature": ${json(signature)},`]),
    ...listLines('attestations', attestations),
    ...rows('  ', 'files', files.map(fileLine), ''),
    '}',
    '',
  ].join('\n');
}

/** The document of a container. */
export function containerDocument(input: ContainerInput): string {
  const { name, config, settings, mounts, ports } = input;
  const mountLines = mounts.map(
    ({ source, target, isWritable }) =>
      `{"source": ${json(source)}, "target": ${json(target)}, "writable": ${isWritable}}`,
  );
  return [
    DOCUMENT_HEAD.container,
    `  "name": ${json(name)},`,
    ...configLines(config),
    ...listLines('settings', settings),
    ...listLines('ports', ports),
    ...rows('  ', 'mounts', mountLines, ''),
    '}',
    '',
  ].join('\n');
}

function configLines(config: DocumentInput['config']): string[] {
  const list = (key: string, values: readonly string[], end = ',') => rows('    ', key, values.map(json), end);
  const labels = Object.entries(config.labels).map(([key, value]) => `${key}=${value}`);
  return [
    '  "config": {',
    `    "User": ${json(config.user)},`,
    ...list('Env', config.env),
    ...list('Entrypoint', config.entrypoint),
    ...list('Cmd', config.cmd),
    ...list('Healthcheck', config.healthcheck),
    ...list('Labels', labels),
    ...list('ExposedPorts', config.exposedPorts),
    ...list('Volumes', config.volumes),
    ...list('OnBuild', config.onBuild, ''),
    '  },',
  ];
}

function listLines(key: string, values: readonly string[]): string[] {
  return rows('  ', key, values.map(json), ',');
}

function rows(indent: string, key: string, values: readonly string[], end: string): string[] {
  if (values.length === 0) return [`${indent}"${key}": []${end}`];
  const last = values.length - 1;
  return [
    `${indent}"${key}": [`,
    ...values.map((value, i) => `${indent}  ${value}${i < last ? ',' : ''}`),
    `${indent}]${end}`,
  ];
}

function fileLine({ path, what, isUnsure, mode, uid, sizeBytes, version, layer }: DocumentFile): string {
  const fields = [
    `"path": ${json(path)}`,
    `"what": ${json(what)}`,
    ...(isUnsure ? ['"unsure": true'] : []),
    `"mode": "${mode.toString(8).padStart(4, '0')}"`,
    `"uid": ${uid}`,
    `"size": ${sizeBytes}`,
    ...(version ? [`"version": ${json(version)}`] : []),
    `"layer": ${json(layer)}`,
  ];
  return `{${fields.join(', ')}}`;
}

function json(value: string): string {
  return JSON.stringify(value).replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
