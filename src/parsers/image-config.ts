/** The configuration of an image, as far as it is looked at; missing parts are empty. */
export interface ImageConfig {
  architecture: string;
  os: string;
  variant?: string;
  user: string;
  env: string[];
  entrypoint: string[];
  cmd: string[];
  labels: Record<string, string>;
  /** The command of the health check; empty where there is none. */
  healthcheck: string[];
  exposedPorts: string[];
  volumes: string[];
  onBuild: string[];
  /** Digests of the unpacked layers, lowest first. */
  diffIds: string[];
  history: ImageHistory[];
}

/** One step of how an image was made. */
export interface ImageHistory {
  createdBy: string;
  comment: string;
  /** True for steps that made no layer; absent where that is not known. */
  isEmpty?: boolean;
}

/** A digest as images use it: SHA-256 only. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Layers and steps beyond which a configuration is made to harm. */
const MOST_LAYERS = 5000;

type Json = Record<string, unknown>;

/** Reads a configuration file of the OCI or the Docker kind. @throws Error with a message that says what is wrong */
export function parseImageConfig(text: string): ImageConfig {
  const root = parseObject(text);
  const rootfs = object(root.rootfs);
  const diffIds = strings(rootfs.diff_ids);
  if (!Array.isArray(rootfs.diff_ids)) throw new Error('names no layers');
  if (diffIds.length > MOST_LAYERS) throw new Error(`names more than ${MOST_LAYERS} layers`);
  if (!diffIds.every((digest) => DIGEST.test(digest))) throw new Error('names a layer by something that is no digest');
  const history = Array.isArray(root.history) ? root.history.slice(0, MOST_LAYERS).map(object) : [];
  return {
    ...runConfig(object(root.config)),
    architecture: string(root.architecture),
    os: string(root.os),
    ...(typeof root.variant === 'string' && root.variant !== '' ? { variant: root.variant } : {}),
    diffIds,
    history: history.map((step) => ({
      createdBy: string(step.created_by),
      comment: string(step.comment),
      isEmpty: step.empty_layer === true,
    })),
  };
}

/** The part of a configuration that containers start with; Docker's API gives it in the same form. */
export function runConfig(config: Json) {
  return {
    user: string(config.User),
    env: strings(config.Env),
    entrypoint: strings(config.Entrypoint),
    cmd: strings(config.Cmd),
    labels: texts(config.Labels),
    healthcheck: strings(object(config.Healthcheck).Test),
    exposedPorts: Object.keys(object(config.ExposedPorts)),
    volumes: Object.keys(object(config.Volumes)),
    onBuild: strings(config.OnBuild),
  };
}

/** Parses a text that must hold one object. @throws Error */
export function parseObject(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('holds no object');
  return value as Json;
}

/** The value where it is an object, else an empty one. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value where it is a text, else an empty one. */
export function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list; a single text is a list of one. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Keys with values that are texts. */
export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/**
 * For every layer the step that made it, where that can be told.
 *
 * Docker's API does not say which steps made no layer: there the instruction tells, and nothing is said where the
 * numbers do not agree.
 */
export function layerSteps(config: Pick<ImageConfig, 'diffIds' | 'history'>): (string | undefined)[] {
  const steps = config.history.filter(({ isEmpty, createdBy }) => !(isEmpty ?? isMetadata(createdBy)));
  if (steps.length !== config.diffIds.length) return config.diffIds.map(() => undefined);
  return steps.map(({ createdBy }) => createdBy || undefined);
}

/** Instructions that change the configuration only, as the classic builder and BuildKit write them. */
function isMetadata(createdBy: string): boolean {
  return /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:ENV|ARG|CMD|ENTRYPOINT|LABEL|EXPOSE|USER|VOLUME|STOPSIGNAL|SHELL|HEALTHCHECK|ONBUILD|MAINTAINER)\b/.test(
    createdBy,
  );
}
