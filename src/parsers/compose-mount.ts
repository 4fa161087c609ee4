import type { ComposeMount } from './compose.ts';
import { get, getScalar, type YamlNode } from './yaml.ts';

/** Reads the short form (`./data:/data:ro`, `name:/data`, `/data`) and the long form of `volumes:`, and `tmpfs:`. */
export function readMounts(volumes: YamlNode | undefined, tmpfs: YamlNode | undefined): ComposeMount[] {
  const mounts = volumes?.type === 'sequence' ? volumes.items.flatMap(readMount) : [];
  const memory = tmpfs?.type === 'sequence' ? tmpfs.items : tmpfs ? [tmpfs] : [];
  for (const item of memory) {
    if (item.type !== 'scalar' || item.isNull) continue;
    mounts.push({ type: 'tmpfs', target: item.value.split(':')[0]!, isReadOnly: false, range: item.range });
  }
  return mounts;
}

function readMount(item: YamlNode): ComposeMount[] {
  if (item.type === 'scalar') return item.isNull ? [] : [{ ...readShort(item.value), range: item.range }];
  const target = getScalar(item, 'target');
  if (!target) return [];
  const source = getScalar(item, 'source');
  const readOnly = get(item, 'read_only');
  return [
    {
      type: getScalar(item, 'type')?.value ?? 'volume',
      ...(source ? { source: source.value } : {}),
      target: target.value,
      isReadOnly: readOnly?.type === 'scalar' && /^(?:true|yes|on)$/i.test(readOnly.value),
      range: (source ?? target).range,
    },
  ];
}

/** A colon inside `${X:-y}` and that of a drive (`C:\data`) divide nothing. */
function readShort(value: string): Omit<ComposeMount, 'range'> {
  const parts = value.split(/:(?![^{}]*\})(?![\\])/);
  if (parts.length === 1) return { type: 'volume', target: value, isReadOnly: false };
  const [source, target, options] = parts as [string, string, string | undefined];
  return {
    type: /^[./~\\$]|^[A-Za-z]:/.test(source) ? 'bind' : 'volume',
    source,
    target,
    isReadOnly: /(?:^|,)ro(?:,|$)/.test(options ?? ''),
  };
}
