import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';
import type { ComposePort } from './compose-port.ts';
import { entries, looksLikeCompose, readCompose } from './compose-read.ts';
import { get, parseYaml, type YamlScalar } from './yaml.ts';

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

/** What a container sees at a path: a volume, a folder of the host, a file system in memory. */
export interface ComposeMount {
  /** `npipe`, `cluster` and others as they are written. */
  type: 'bind' | 'volume' | 'tmpfs' | (string & {});
  /** Name of a volume or path of the host; absent for an anonymous volume and for memory. */
  source?: string;
  target: string;
  isReadOnly: boolean;
  range: Range;
}

/** A top-level secret or config that a service may read. */
export interface ComposeGrant {
  name: string;
  /** Where the container finds it. */
  target?: string;
  /** Access rights as they are written. */
  mode?: YamlScalar;
  range: Range;
}

/** What `deploy:` says. */
export interface ComposeDeploy {
  range: Range;
  replicas?: YamlScalar;
  hasRestartPolicy: boolean;
  /** Says something that only Swarm does. */
  isSwarm: boolean;
}

/** One service. */
export interface ComposeService {
  name: string;
  /** Of its name. */
  range: Range;
  image?: YamlScalar;
  build?: { context?: YamlScalar; dockerfile?: YamlScalar; target?: YamlScalar; inline?: YamlScalar };
  variables: ComposeVariable[];
  envFiles: YamlScalar[];
  /** Word by word, or one text. */
  command: YamlScalar[];
  entrypoint: YamlScalar[];
  /** The test of its health check; empty where there is none or it is disabled. */
  healthcheck: YamlScalar[];
  /** Of `disable: true` or `test: NONE`. */
  healthcheckOff?: Range;
  ports: ComposePort[];
  /** `volumes:` and `tmpfs:`. */
  mounts: ComposeMount[];
  secrets: ComposeGrant[];
  configs: ComposeGrant[];
  /** Empty where it is in the default network. */
  networks: YamlScalar[];
  networkMode?: YamlScalar;
  capAdd: YamlScalar[];
  securityOpt: YamlScalar[];
  /** Of `privileged: true`. */
  privileged?: Range;
  isReadOnly: boolean;
  user?: YamlScalar;
  restart?: YamlScalar;
  deploy?: ComposeDeploy;
  logging?: { driver?: YamlScalar; options: Record<string, string>; range: Range };
  /** Empty where it always starts. */
  profiles: YamlScalar[];
  /** Has `develop:`. */
  isDeveloping: boolean;
  /** Takes what it does not say from another file (`extends: {file: ...}`), which is not read. */
  isExtending: boolean;
  dependsOn: ComposeDependency[];
}

/** A top-level secret or config. */
export interface ComposeSecret {
  name: string;
  range: Range;
  /** Path of the file that holds it. */
  file?: YamlScalar;
  /** Name of the variable that holds it. */
  environment?: YamlScalar;
  /** The text itself, of configs. */
  content?: YamlScalar;
  /** Plugin of Swarm that holds it. */
  driver?: YamlScalar;
  isExternal: boolean;
}

/** A top-level network. */
export interface ComposeNetwork {
  name: string;
  range: Range;
  driver?: YamlScalar;
  /** Has no way out. */
  isInternal: boolean;
  isEncrypted: boolean;
  isExternal: boolean;
}

/** A top-level volume. */
export interface ComposeVolume {
  name: string;
  range: Range;
  /** Lies in memory. */
  isTmpfs: boolean;
  isExternal: boolean;
}

/** A compose file; services have what they extend in the same file. */
export interface Compose {
  services: ComposeService[];
  secrets: ComposeSecret[];
  configs: ComposeSecret[];
  networks: ComposeNetwork[];
  volumes: ComposeVolume[];
  /** Says something that only Swarm does. */
  isSwarm: boolean;
  /** Is one of several: another file (`include:`, an override) has what is not here. */
  isPartial: boolean;
}

/** Compose files by their content, in any YAML file. */
export const composeParser: ArtifactParser = {
  kinds: ['compose'],
  wants: ({ name }) => /\.ya?ml$/i.test(name),
  literals: ['services'],
  anchor: /^["']?services["']?\s*:/m,
  parse: ({ path, text }) => {
    const { compose, errors } = parseCompose(text);
    const isOverride = /[.-]override\.ya?ml$/i.test(path);
    return {
      artifacts: compose ? [{ kind: 'compose', data: { ...compose, isPartial: compose.isPartial || isOverride } }] : [],
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
  const isCompose = documents.some((document) => looksLikeCompose(get(document, 'services')));
  if (!isCompose) return { compose: undefined, errors };
  const all = (key: string) => documents.flatMap((document) => entries(get(document, key)));
  const compose = readCompose(all, text);
  const isPartial = compose.isPartial || documents.some((document) => get(document, 'include'));
  return { compose: { ...compose, isPartial }, errors };
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
