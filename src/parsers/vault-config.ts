import type { ArtifactParser, ParseResult } from './artifact.ts';
import { type HclObject, parseHcl } from './hcl.ts';
import { parseSecretTemplate, type SecretTemplate } from './secret-template.ts';
import { labelOf, readStanzas, type Setting, type Stanza, settingOf, stanzaOf, stanzasOf, textOf } from './stanza.ts';

/** A configuration of Vault's server. */
export interface ServerConfig {
  root: Stanza;
  /** Holds a listener and a storage; a part of a configuration that lies in several files lacks one of them. */
  isWhole: boolean;
}

/** A configuration of Vault Agent or Vault Proxy. */
export interface AgentConfig {
  root: Stanza;
  program: 'agent' | 'proxy';
  /** `template` stanzas, which write files. */
  templates: AgentTemplate[];
  /** `env_template` stanzas, which set variables of the process that the Agent starts. */
  envTemplates: AgentTemplate[];
}

/** A template of an Agent. */
export interface AgentTemplate {
  stanza: Stanza;
  /** Of `contents`; absent where the body lies in a file of its own (`source`). */
  body?: SecretTemplate;
}

/** The stanzas of an Agent's configuration that rules ask for. */
export interface AgentParts {
  vault: Stanza | undefined;
  method: Stanza | undefined;
  /** `config` of the method. */
  login: Stanza | undefined;
  sinks: Stanza[];
  templateConfig: Stanza | undefined;
  cache: Stanza | undefined;
  /** `use_auto_auth_token`, which stands in `api_proxy` or, older, in `cache`. */
  autoAuthToken: Setting | undefined;
  listeners: Stanza[];
}

/** Finds the stanzas of an Agent's configuration. */
export function agentParts({ root }: AgentConfig): AgentParts {
  const auth = stanzaOf(root, 'auto_auth');
  const method = stanzaOf(auth, 'method');
  const cache = stanzaOf(root, 'cache');
  const proxy = stanzaOf(root, 'api_proxy');
  return {
    vault: stanzaOf(root, 'vault'),
    method,
    login: stanzaOf(method, 'config'),
    sinks: [auth, ...stanzasOf(auth, 'sinks')].flatMap((parent) => stanzasOf(parent, 'sink')),
    templateConfig: stanzaOf(root, 'template_config'),
    cache,
    autoAuthToken: settingOf(proxy, 'use_auto_auth_token') ?? settingOf(cache, 'use_auto_auth_token'),
    listeners: stanzasOf(root, 'listener'),
  };
}

/** Stanzas and settings of other programs that write the same language: Nomad, Consul, Boundary, Terraform, Packer, Waypoint. */
const FOREIGN = new Set([
  'job',
  'client',
  'server',
  'controller',
  'worker',
  'kms',
  'acl',
  'ports',
  'datacenter',
  'data_dir',
  'connect',
  'resource',
  'variable',
  'variables',
  'provider',
  'module',
  'terraform',
  'data',
  'locals',
  'output',
  'source',
  'build',
  'packer',
  'builders',
  'project',
  'app',
  'path',
  'group',
  'task',
  'target',
  'dependencies',
  'devdependencies',
]);

/** Storage types of Vault; other programs have a `storage`, too. */
const STORAGE_TYPES = new Set([
  'aerospike',
  'alicloudoss',
  'azure',
  'cassandra',
  'cockroachdb',
  'consul',
  'couchdb',
  'dynamodb',
  'etcd',
  'file',
  'foundationdb',
  'gcs',
  'inmem',
  'inmem_ha',
  'manta',
  'mssql',
  'mysql',
  'oci',
  'postgresql',
  'raft',
  's3',
  'spanner',
  'swift',
  'zookeeper',
]);

/** Seals of Vault and OpenBao. */
const SEAL_TYPES = new Set([
  'alicloudkms',
  'awskms',
  'azurekeyvault',
  'gcpckms',
  'kmip',
  'ocikms',
  'pkcs11',
  'shamir',
  'static',
  'transit',
]);

/** Reads a server's configuration, also the JSON of `VAULT_LOCAL_CONFIG`; undefined where it is something else. */
export function readServerConfig(body: HclObject): ServerConfig | undefined {
  const root = readStanzas(body);
  if (isForeign(root) || looksLikeAgent(root)) return undefined;
  const storages = stanzasOf(root, 'storage', 'backend').filter((storage) => STORAGE_TYPES.has(labelOf(storage)));
  const listeners = stanzasOf(root, 'listener').filter((listener) => /^(?:tcp|unix)$/.test(labelOf(listener)));
  const isSealed = stanzasOf(root, 'seal').some((seal) => SEAL_TYPES.has(labelOf(seal)));
  const isNamed = ['api_addr', 'cluster_addr', 'raw_storage_endpoint', 'disable_mlock', 'default_lease_ttl'].some(
    (name) => settingOf(root, name) !== undefined,
  );
  const signs = [storages.length > 0, listeners.length > 0, isSealed, isNamed].filter(Boolean).length;
  // A lone stanza of a split configuration: `storage "raft"` and `seal "awskms"` are Vault's own, `listener` is not.
  const isPart = signs === 1 && (isSealed || storages.some((storage) => labelOf(storage) === 'raft'));
  if (signs < 2 && !isPart) return undefined;
  return { root, isWhole: storages.length > 0 && listeners.length > 0 };
}

/** Reads an Agent's or a Proxy's configuration; undefined where it is something else. `text` is the whole file's. */
export function readAgentConfig(body: HclObject, text: string, path = ''): AgentConfig | undefined {
  const root = readStanzas(body);
  if (isForeign(root) || !looksLikeAgent(root)) return undefined;
  const cache = stanzaOf(root, 'cache');
  const isProxy =
    settingOf(cache, 'cache_static_secrets') !== undefined ||
    stanzasOf(root, 'listener').some((listener) => stanzaOf(listener, 'proxy_api') !== undefined) ||
    /proxy[^/]*$/i.test(path);
  const hasTemplates = stanzaOf(root, 'template', 'env_template', 'template_config') !== undefined;
  const read = (stanza: Stanza): AgentTemplate => {
    const template = readBody(stanza, text);
    return { stanza, ...(template ? { body: template } : {}) };
  };
  return {
    root,
    program: isProxy && !hasTemplates ? 'proxy' : 'agent',
    templates: stanzasOf(root, 'template').map(read),
    envTemplates: stanzasOf(root, 'env_template').map(read),
  };
}

/** The body in `contents`; where it is written with escapes or indented, nobody can say where a part of it stands. */
function readBody(stanza: Stanza, text: string): SecretTemplate | undefined {
  const contents = settingOf(stanza, 'contents');
  if (contents?.value === undefined) return undefined;
  const { range, value } = contents;
  const open = textOf(stanza, 'left_delimiter');
  const close = textOf(stanza, 'right_delimiter');
  const delimiters = open && close ? { open, close } : {};
  if (text.slice(range.start, range.end) === value)
    return parseSecretTemplate(value, { base: range.start, ...delimiters }).template;
  const { secrets, fields } = parseSecretTemplate(value, delimiters).template;
  return { secrets: secrets.map((one) => ({ ...one, range })), fields: fields.map((one) => ({ ...one, range })) };
}

function isForeign(root: Stanza): boolean {
  const names = [...root.stanzas.map(({ type }) => type), ...root.settings.map(({ name }) => name)];
  return names.some((name) => FOREIGN.has(name.toLowerCase()));
}

/** Stanzas that only an Agent or a Proxy has, or that consul-template would write otherwise. */
function looksLikeAgent(root: Stanza): boolean {
  const auth = stanzaOf(root, 'auto_auth');
  if (auth) return stanzaOf(auth, 'method') !== undefined || stanzaOf(auth, 'sink') !== undefined;
  if (stanzaOf(root, 'storage', 'backend', 'ha_storage', 'seal')) return false;
  if (stanzaOf(root, 'api_proxy', 'env_template')) return true;
  const vault = stanzaOf(root, 'vault');
  if (!vault) return false;
  if (stanzaOf(root, 'cache') && stanzaOf(root, 'listener')) return true;
  return stanzaOf(root, 'template_config') !== undefined && stanzaOf(root, 'template') !== undefined;
}

const NAME = /\.hcl(?:\.(?:tmpl|tpl|j2|erb|example|sample|dist))?$|(?:vault|bao)[^/]*\.(?:conf|cfg)$/i;

/** JSON is everywhere: only that is decoded which its path or its first bytes say to be such a configuration. */
const JSON_PATH = /(?:vault|bao|agent|proxy|raft|listener|storage)[^/]*(?:\/[^/]*)?\.json(?:\.\w+)?$/i;
const JSON_HEAD = /^\s*\{.*"(?:auto_auth|api_proxy|vault|template|cache|listener|storage|backend|seal)"\s*:/s;

/** At the start of a line or after `{`: a stanza that one of them begins with. */
const ANCHOR =
  /(?:^|[{,])\s*"?(?:auto_auth|api_proxy|env_template|cache|template|listener|storage|backend|ha_storage|seal|disable_mlock)"?\s*[:={"]/m;

/** Errors of one file that are told; the ones after them mostly follow from them. */
const MOST_NOTES = 3;

/** Files that another program fills in first: Ansible, Puppet, Chef. */
const OUTER_TEMPLATE = /\.(?:j2|erb)$/i;

/** Takes out statements of an outer template and turns its bare values into texts, without moving anything. */
function withoutOuterTemplate(text: string, path: string): string {
  if (!OUTER_TEMPLATE.test(path)) return text;
  return text
    .replace(/\{%.*?%\}|\{#.*?#\}|<%(?!=).*?%>/gs, (statement) => statement.replace(/[^\n]/g, ' '))
    .replace(
      /(=\s*)(?:\{\{([^}"\n]*)\}\}|<%=([^%"\n]*)%>)(?=\s*$)/gm,
      (_, equals: string, jinja?: string, ruby?: string) =>
        jinja === undefined ? `${equals}"<${ruby}> "` : `${equals}"<${jinja}>"`,
    );
}

/** True for JSON that holds none of these at its top: most JSON is something else, and our own parser is the dearer one. */
function isOtherJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    const keys = Object.keys(JSON.parse(text));
    return !keys.some((key) => ANCHOR.test(`{"${key}":`));
  } catch {
    return false;
  }
}

/** Parses server, Agent and Proxy configurations, HCL and JSON. */
export const vaultConfigParser: ArtifactParser = {
  kinds: ['vault-agent', 'vault-server', 'secret-template'],
  wants: ({ path, name, head }) =>
    NAME.test(name) || JSON_PATH.test(path) || (/\.json$/i.test(name) && JSON_HEAD.test(head)),
  anchor: ANCHOR,
  parse: ({ path, text }): ParseResult => {
    if (isOtherJson(text)) return { artifacts: [], errors: [] };
    const { body, errors } = parseHcl(withoutOuterTemplate(text, path), { allowDuplicates: true });
    const artifacts: ParseResult['artifacts'] = [];
    const agent = readAgentConfig(body, text, path);
    if (agent) {
      artifacts.push({ kind: 'vault-agent', data: agent });
      for (const { body: data } of [...agent.templates, ...agent.envTemplates])
        if (data) artifacts.push({ kind: 'secret-template', data });
    }
    const server = agent ? undefined : readServerConfig(body);
    if (server) artifacts.push({ kind: 'vault-server', data: server });
    const notes = errors
      .slice(0, MOST_NOTES)
      .map(({ message, line }) => ({ message: `HCL could not be parsed: ${message}`, line }));
    return { artifacts, errors: artifacts.length > 0 ? notes : [] };
  },
};
