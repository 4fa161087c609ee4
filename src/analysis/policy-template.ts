import type { PathPart } from '../model/policy.ts';

/** Who asks, as templates know him; the fields are named as Vault's API names them. */
export interface Identity {
  entity?: {
    id?: string;
    name?: string;
    metadata?: Record<string, string>;
    aliases?: {
      mount_accessor: string;
      id?: string;
      name?: string;
      metadata?: Record<string, string>;
      custom_metadata?: Record<string, string>;
    }[];
  };
  groups?: { id?: string; name?: string; metadata?: Record<string, string> }[];
}

/** The path with every template filled in; undefined where one has no value, and Vault leaves the rule out. */
export function renderPath(parts: readonly PathPart[], identity: Identity, now: Date): string | undefined {
  let path = '';
  for (const part of parts) {
    const text = 'text' in part ? part.text : evaluate(part.expression, identity, now);
    if (text === undefined) return undefined;
    path += text;
  }
  return path;
}

function evaluate(expression: string, identity: Identity, now: Date): string | undefined {
  const entity = after(expression, 'identity.entity.');
  if (entity !== undefined) return identity.entity && ofEntity(entity, identity.entity);
  const groups = after(expression, 'identity.groups.');
  if (groups !== undefined) return ofGroup(groups, identity.groups ?? []);
  const time = after(expression, 'time.');
  return time === undefined ? undefined : ofTime(time, now);
}

function ofEntity(field: string, entity: NonNullable<Identity['entity']>): string | undefined {
  if (field === 'id') return filled(entity.id);
  if (field === 'name') return filled(entity.name);
  const key = after(field, 'metadata.');
  if (key !== undefined) return own(entity.metadata, key);
  const alias = after(field, 'aliases.');
  if (alias === undefined) return undefined;
  const dot = alias.indexOf('.');
  if (dot === -1) return undefined;
  const found = entity.aliases?.find(({ mount_accessor: accessor }) => accessor === alias.slice(0, dot));
  return found && ofAlias(alias.slice(dot + 1), found);
}

function ofAlias(field: string, alias: NonNullable<NonNullable<Identity['entity']>['aliases']>[number]) {
  if (field === 'id') return filled(alias.id);
  if (field === 'name') return filled(alias.name);
  const key = after(field, 'metadata.');
  if (key !== undefined) return own(alias.metadata, key);
  const custom = after(field, 'custom_metadata.');
  return custom === undefined ? undefined : own(alias.custom_metadata, custom);
}

/** `ids.ID.name`, `names.NAME.metadata.KEY` and the like; a name with a point in it can't be asked for. */
function ofGroup(field: string, groups: NonNullable<Identity['groups']>): string | undefined {
  const [selector, name, ...rest] = field.split('.');
  if (name === undefined || rest.length === 0 || (selector !== 'ids' && selector !== 'names')) return undefined;
  const found = groups.find((group) => (selector === 'ids' ? group.id : group.name) === name);
  if (!found) return undefined;
  const wanted = rest.join('.');
  if (wanted === 'id') return found.id ?? '';
  if (wanted === 'name') return filled(found.name);
  const key = after(wanted, 'metadata.');
  return key === undefined ? undefined : own(found.metadata, key);
}

/** `now`, `now.plus.1h`, `now.minus.1h`: seconds since 1970. Only whole numbers with one unit are read. */
function ofTime(field: string, now: Date): string | undefined {
  const seconds = Math.floor(now.getTime() / 1000);
  if (field === 'now') return String(seconds);
  const match = /^now\.(plus|minus)\.([0-9]+)([smhd]?)$/.exec(field);
  if (!match) return undefined;
  const size = Number(match[2]) * { s: 1, m: 60, h: 3600, d: 86_400, '': 1 }[match[3] as 's']!;
  return String(match[1] === 'plus' ? seconds + size : seconds - size);
}

function after(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** An empty text is no value. */
function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function own(values: Record<string, string> | undefined, key: string): string | undefined {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}
