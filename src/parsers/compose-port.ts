import type { Range } from '../model/region.ts';
import { getScalar, type YamlNode } from './yaml.ts';

/** A published port. */
export interface ComposePort {
  /** Address of the host; absent where it is not said, which means all. */
  hostIp?: string;
  /** Port of the host or a range of them; absent where any free one is taken. */
  published?: string;
  /** Port of the container or a range of them. */
  target: string;
  range: Range;
}

/** Reads the short form (`127.0.0.1:8200:8200/tcp`, `[::1]:80:80`, `8200`) and the long form. */
export function readPorts(node: YamlNode | undefined): ComposePort[] {
  if (node?.type !== 'sequence') return [];
  return node.items.flatMap((item) => {
    if (item.type === 'scalar') return { ...readShort(item.value), range: item.range };
    const target = getScalar(item, 'target');
    if (!target) return [];
    const hostIp = getScalar(item, 'host_ip')?.value;
    const published = getScalar(item, 'published')?.value;
    return {
      target: target.value,
      range: target.range,
      ...(hostIp === undefined ? {} : { hostIp }),
      ...(published === undefined ? {} : { published }),
    };
  });
}

/** From the end: what stands before the last two numbers is the address, which may hold colons or a `${X:-default}`. */
function readShort(value: string): Omit<ComposePort, 'range'> {
  const parts = value.replace(/\/(?:tcp|udp|sctp)$/i, '').split(/:(?![^{}]*\})/);
  const target = parts.pop() ?? '';
  const published = parts.pop();
  const hostIp = parts.join(':').replace(/^\[(.*)\]$/, '$1');
  return { target, ...(published ? { published } : {}), ...(hostIp === '' ? {} : { hostIp }) };
}
