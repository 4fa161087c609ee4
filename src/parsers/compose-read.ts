import type {
  Compose,
  ComposeDependency,
  ComposeDeploy,
  ComposeGrant,
  ComposeNetwork,
  ComposeSecret,
  ComposeService,
  ComposeVolume,
} from './compose.ts';
import { readMounts } from './compose-mount.ts';
import { readPorts } from './compose-port.ts';
import { readVariables } from './compose-variable.ts';
import { get, getScalar, type YamlMapping, type YamlNode, type YamlScalar } from './yaml.ts';

/** Longest chain of `extends:` that is followed; compose refuses circles. */
const MOST_EXTENDS = 16;

/** Keys of `deploy:` that `docker compose` leaves to Swarm. */
const SWARM_KEYS = ['mode', 'placement', 'update_config', 'rollback_config', 'endpoint_mode'];

/** Reads the top level; `all` gives the entries of a key in all documents. */
export function readCompose(all: (key: string) => YamlMapping['entries'], text: string): Compose {
  const nodes = new Map(all('services').map(({ key, value }) => [key.value, value]));
  const services = all('services').map(({ key, value }) => readService(key, withExtended(value, nodes), text));
  const networks = all('networks').map(({ key, value }) => readNetwork(key, value));
  return {
    services,
    secrets: all('secrets').map(({ key, value }) => readSecret(key, value)),
    configs: all('configs').map(({ key, value }) => readSecret(key, value)),
    networks,
    volumes: all('volumes').map(({ key, value }) => readVolume(key, value)),
    isSwarm:
      services.some(({ deploy }) => deploy?.isSwarm) || networks.some(({ driver }) => driver?.value === 'overlay'),
    isPartial: services.some(isOverlay),
  };
}

/** True for services that say neither where the container comes from nor what they extend: the file changes another one. */
function isOverlay({ image, build, isExtending }: ComposeService): boolean {
  return !image && !build && !isExtending;
}

/** Entries of `services:` that say where the container comes from. */
export function looksLikeCompose(services: YamlNode | undefined): boolean {
  return entries(services).some(({ value }) => ['image', 'build', 'extends'].some((key) => get(value, key)));
}

/** Entries of a mapping; none of anything else. */
export function entries(node: YamlNode | undefined): YamlMapping['entries'] {
  return node?.type === 'mapping' ? node.entries : [];
}

/** Puts what a service extends in the same file below its own; a service of another file stays as it is. */
function withExtended(node: YamlNode, nodes: ReadonlyMap<string, YamlNode>, depth = 0): YamlNode {
  const extended = get(node, 'extends');
  const name = extended?.type === 'scalar' ? extended.value : getScalar(extended, 'service')?.value;
  const base = name === undefined || get(extended, 'file') ? undefined : nodes.get(name);
  if (node.type !== 'mapping' || base?.type !== 'mapping' || base === node || depth === MOST_EXTENDS) return node;
  const whole = withExtended(base, nodes, depth + 1);
  const own = node.entries.filter(({ key }) => key.value !== 'extends');
  return merge({ ...node, entries: own }, whole);
}

/** Mappings are joined key by key, lists one after the other; of anything else the service's own counts. */
function merge(own: YamlNode, base: YamlNode): YamlNode {
  if (own.type === 'sequence' && base.type === 'sequence') return { ...own, items: [...base.items, ...own.items] };
  if (own.type !== 'mapping' || base.type !== 'mapping') return own;
  const names = new Set(own.entries.map(({ key }) => key.value));
  const joined = own.entries.map(({ key, value }) => {
    const below = key.value === 'command' || key.value === 'entrypoint' ? undefined : get(base, key.value);
    return { key, value: below ? merge(value, below) : value };
  });
  // A service that extends does not depend on what its base depends on.
  const added = base.entries.filter(({ key }) => !names.has(key.value) && key.value !== 'depends_on');
  return { ...own, entries: [...joined, ...added] };
}

function readService(key: YamlScalar, node: YamlNode, text: string): ComposeService {
  const build = get(node, 'build');
  const health = get(node, 'healthcheck');
  const test = scalars(get(health, 'test'));
  const isOff = isTrue(get(health, 'disable')) || test[0]?.value === 'NONE';
  const privileged = get(node, 'privileged');
  const deploy = get(node, 'deploy');
  return {
    name: key.value,
    range: key.range,
    ...optional(node, { image: 'image', networkMode: 'network_mode', user: 'user', restart: 'restart' }),
    ...(build ? { build: readBuild(build) } : {}),
    variables: [
      ...readVariables(get(node, 'environment'), 'environment', text),
      ...readVariables(get(build, 'args'), 'build.args', text),
      ...readVariables(get(node, 'labels'), 'labels', text),
      ...readVariables(get(deploy, 'labels'), 'labels', text),
    ],
    envFiles: scalars(get(node, 'env_file'), 'path'),
    command: scalars(get(node, 'command')),
    entrypoint: scalars(get(node, 'entrypoint')),
    healthcheck: isOff ? [] : test,
    ...(health && isOff ? { healthcheckOff: health.range } : {}),
    ports: readPorts(get(node, 'ports')),
    mounts: readMounts(get(node, 'volumes'), get(node, 'tmpfs')),
    secrets: readGrants(get(node, 'secrets')),
    configs: readGrants(get(node, 'configs')),
    networks: names(get(node, 'networks')),
    capAdd: scalars(get(node, 'cap_add')),
    securityOpt: scalars(get(node, 'security_opt')),
    ...(privileged && isTrue(privileged) ? { privileged: privileged.range } : {}),
    isReadOnly: isTrue(get(node, 'read_only')),
    ...(deploy ? { deploy: readDeploy(deploy, get(node, 'scale')) } : readScale(get(node, 'scale'))),
    ...readLogging(get(node, 'logging')),
    profiles: scalars(get(node, 'profiles')),
    isDeveloping: get(node, 'develop') !== undefined,
    isExtending: get(node, 'extends') !== undefined,
    dependsOn: readDependencies(get(node, 'depends_on')),
  };
}

/** Those keys that are a text, under our names. */
function optional<K extends string>(node: YamlNode, keys: Record<K, string>): { [P in K]?: YamlScalar } {
  const found: { [P in K]?: YamlScalar } = {};
  for (const [ours, theirs] of Object.entries(keys) as [K, string][]) {
    const value = getScalar(node, theirs);
    if (value) found[ours] = value;
  }
  return found;
}

function readBuild(node: YamlNode): NonNullable<ComposeService['build']> {
  if (node.type === 'scalar') return { context: node };
  return optional(node, {
    context: 'context',
    dockerfile: 'dockerfile',
    target: 'target',
    inline: 'dockerfile_inline',
  });
}

function readSecret(key: YamlScalar, node: YamlNode): ComposeSecret {
  const external = get(node, 'external');
  return {
    name: key.value,
    range: key.range,
    ...optional(node, { file: 'file', environment: 'environment', content: 'content', driver: 'driver' }),
    isExternal: isTrue(external) || external?.type === 'mapping',
  };
}

function readNetwork(key: YamlScalar, node: YamlNode): ComposeNetwork {
  const encrypted = get(get(node, 'driver_opts'), 'encrypted');
  const external = get(node, 'external');
  return {
    name: key.value,
    range: key.range,
    ...optional(node, { driver: 'driver' }),
    isInternal: isTrue(get(node, 'internal')),
    // Swarm looks only whether the option is there: `encrypted: ""` is on.
    isEncrypted: encrypted !== undefined && !(encrypted.type === 'scalar' && /^(?:false|0)$/i.test(encrypted.value)),
    isExternal: isTrue(external) || external?.type === 'mapping',
  };
}

function readVolume(key: YamlScalar, node: YamlNode): ComposeVolume {
  const external = get(node, 'external');
  return {
    name: key.value,
    range: key.range,
    isTmpfs: /^(?:tmpfs|ramfs)$/.test(getScalar(get(node, 'driver_opts'), 'type')?.value ?? ''),
    isExternal: isTrue(external) || external?.type === 'mapping',
  };
}

function readGrants(node: YamlNode | undefined): ComposeGrant[] {
  if (node?.type !== 'sequence') return [];
  return node.items.flatMap((item) => {
    if (item.type === 'scalar') return item.isNull ? [] : [{ name: item.value, range: item.range }];
    const source = getScalar(item, 'source');
    if (!source) return [];
    const target = getScalar(item, 'target')?.value;
    return [
      {
        name: source.value,
        range: source.range,
        ...(target === undefined ? {} : { target }),
        ...optional(item, { mode: 'mode' }),
      },
    ];
  });
}

function readDeploy(node: YamlNode, scale: YamlNode | undefined): ComposeDeploy {
  const { deploy } = readScale(scale);
  return {
    ...deploy,
    range: node.range,
    ...optional(node, { replicas: 'replicas' }),
    hasRestartPolicy: get(node, 'restart_policy') !== undefined,
    isSwarm: SWARM_KEYS.some((name) => get(node, name)),
  };
}

function readScale(scale: YamlNode | undefined): { deploy?: ComposeDeploy } {
  if (scale?.type !== 'scalar') return {};
  return { deploy: { range: scale.range, replicas: scale, hasRestartPolicy: false, isSwarm: false } };
}

function readLogging(node: YamlNode | undefined): Pick<ComposeService, 'logging'> {
  if (!node) return {};
  const options = entries(get(node, 'options')).map(({ key, value }) => [
    key.value,
    value.type === 'scalar' ? value.value : '',
  ]);
  return {
    logging: { ...optional(node, { driver: 'driver' }), options: Object.fromEntries(options), range: node.range },
  };
}

function readDependencies(node: YamlNode | undefined): ComposeDependency[] {
  if (node?.type !== 'mapping') return scalars(node).map(({ value, range }) => ({ name: value, range }));
  return node.entries.map(({ key, value }) => {
    const condition = getScalar(value, 'condition')?.value;
    return { name: key.value, range: key.range, ...(condition === undefined ? {} : { condition }) };
  });
}

/** Of a list its texts, of a mapping its keys. */
function names(node: YamlNode | undefined): YamlScalar[] {
  return node?.type === 'mapping' ? node.entries.map(({ key }) => key) : scalars(node);
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
