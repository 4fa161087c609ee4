import type { Range } from '../model/region.ts';
import type { Compose, ComposeService } from './compose.ts';

/** What a service is to Vault; `client`: it talks to it, or is told where it is. */
export type VaultPart = 'server' | 'agent' | 'client' | 'other';

/** The official images of Vault and OpenBao, also from a mirror of a registry. */
const IMAGE = /(?:^|\/)(?:(?:library|hashicorp)\/)?(?:vault|vault-enterprise|openbao(?:-ubi|-hsm)?)(?=[:@]|$)/;

/** Variables that tell a client of Vault where it is and who itself is. */
const CLIENT_VARIABLE =
  /^(?:\w+_)?(?:VAULT|BAO)_(?:ADDR|ADDRESS|URL|URI|AGENT_ADDR|PROXY_ADDR|TOKEN|ROLE|ROLE_ID|SECRET_ID|NAMESPACE|CACERT|HOST|SKIP_VERIFY)$|^SPRING_CLOUD_VAULT_/;

/** True for the images of Vault itself. */
export function isVaultImage(image: string | undefined): boolean {
  return image !== undefined && IMAGE.test(image.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1'));
}

/** The words that the container runs; of the JSON form and of a text alike. */
export function wordsOf({ entrypoint, command }: ComposeService): string {
  return [...entrypoint, ...command].map(({ value }) => value).join(' ');
}

/** What a service is to Vault, by its image and its command. */
export function vaultPart(service: ComposeService): VaultPart {
  const words = wordsOf(service);
  const isVault = isVaultImage(service.image?.value);
  const subcommand = /(?:^|[\s/"'])(?:vault|bao)\s+(server|agent|proxy)\b/.exec(words)?.[1];
  const bare = isVault ? /^\s*(server|agent|proxy)\b/.exec(words)?.[1] : undefined;
  const run = subcommand ?? bare;
  if (run === 'agent' || run === 'proxy') return 'agent';
  // An image that says `server` by itself, and any other command of the CLI, such as `operator init`.
  const isDevelopment = service.variables.some(({ name }) => /^(?:VAULT|BAO)_DEV_ROOT_TOKEN_ID$/.test(name));
  if (run === 'server' || (isVault && words === '') || isDevelopment) return 'server';
  return service.variables.some(({ name, section }) => section === 'environment' && CLIENT_VARIABLE.test(name))
    ? 'client'
    : 'other';
}

/** A server that keeps its state in memory only, for development: by its flag, its variables, or with no command at all. */
export function isDevServer(service: ComposeService): boolean {
  const words = wordsOf(service);
  const hasVariable = service.variables.some(({ name }) => /^(?:VAULT|BAO)_DEV_\w+$/.test(name));
  if (/(?:^|\s)-{1,2}dev(?:-[\w-]+)?(?:[\s=]|$)/.test(words)) return true;
  return hasVariable || (words === '' && !service.isExtending && isVaultImage(service.image?.value));
}

/** Servers that are meant to keep secrets. */
export function vaultServers({ services }: Compose): ComposeService[] {
  return services.filter((service) => vaultPart(service) === 'server' && !isDevServer(service));
}

/** True where the only servers are for development: what is around them is as well. */
export function isForDevelopment(compose: Compose): boolean {
  const servers = compose.services.filter((service) => vaultPart(service) === 'server');
  return servers.length > 0 && servers.every(isDevServer);
}

/** Services that depend on Vault: clients and agents, and what waits for a server or an agent. */
export function vaultDependents({ services }: Compose): ComposeService[] {
  const parts = new Map(services.map((service) => [service.name, vaultPart(service)]));
  return services.filter((service) => {
    const part = parts.get(service.name);
    if (part === 'server') return false;
    if (part === 'client' || part === 'agent') return true;
    return service.dependsOn.some(({ name }) => parts.get(name) === 'server' || parts.get(name) === 'agent');
  });
}

/** A configuration of a server that the compose file itself holds. */
export interface LocalConfig {
  /** Objects and lists as JSON gives them. */
  data: Record<string, unknown>;
  range: Range;
}

/** The JSON in `VAULT_LOCAL_CONFIG` and in the `content:` of configs; what is not JSON (the entry point also takes HCL) is left out. */
export function localConfigs(service: ComposeService, { configs }: Compose): LocalConfig[] {
  const texts = service.variables
    .filter(
      ({ name, value, section }) => section === 'environment' && /^(?:VAULT|BAO)_LOCAL_CONFIG$/.test(name) && value,
    )
    .map(({ value, valueRange, nameRange }) => ({ text: value!, range: valueRange ?? nameRange }));
  for (const grant of service.configs) {
    const content = configs.find(({ name }) => name === grant.name)?.content;
    if (content) texts.push({ text: content.value, range: content.range });
  }
  return texts.flatMap(({ text, range }) => {
    try {
      const data: unknown = JSON.parse(text.replaceAll('$$', '$'));
      return typeof data === 'object' && data !== null && !Array.isArray(data)
        ? [{ data: data as Record<string, unknown>, range }]
        : [];
    } catch {
      return [];
    }
  });
}

/** The blocks of one kind (`listener`, `storage`) by their types; JSON writes one as an object, several as a list. */
export function blocksOf(config: LocalConfig, kind: string): { type: string; fields: Record<string, unknown> }[] {
  const value = config.data[kind];
  return (Array.isArray(value) ? value : [value]).flatMap((block) => {
    if (typeof block !== 'object' || block === null) return [];
    return Object.entries(block as Record<string, unknown>).flatMap(([type, body]) =>
      (Array.isArray(body) ? body : [body]).flatMap((fields) =>
        typeof fields === 'object' && fields !== null ? [{ type, fields: fields as Record<string, unknown> }] : [],
      ),
    );
  });
}
