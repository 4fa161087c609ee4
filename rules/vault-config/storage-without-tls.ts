import { isPlainHttp } from '../../src/analysis/literal-value.ts';
import { hostOf, isFilledInLater, isLoopbackHost } from '../../src/analysis/network-address.ts';
import type { Range } from '../../src/model/region.ts';
import { isOn, labelOf, type Stanza, settingOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: "connection to Vault's storage without TLS",
  severity: 'medium',
  confidence: 'high',
  why: 'whoever sits on the network reads the password of the storage, deletes what is there or puts old states back',
  fix: 'use TLS with a CA that is checked: `scheme = "https"`, `sslmode=verify-full`, `tls_ca_file`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage'],
  catalogue: ['VS704'],
  cwe: [319],
  *check({ data }) {
    for (const storage of stanzasOf(
      data.root,
      'storage',
      'backend',
      'ha_storage',
      'ha_backend',
      'service_registration',
    )) {
      const plain = plainSetting(storage);
      if (plain) yield plain;
      const skip = settingOf(storage, 'tls_skip_verify');
      if (skip && isOn(skip))
        yield { message: 'tls_skip_verify is on', range: skip.nameRange, paste: 'tls_ca_file = "/vault/tls/ca.pem"' };
    }
  },
});

/** What says that a storage is spoken to in clear, and what to write there. */
function plainSetting(storage: Stanza): { message: string; range: Range; paste: string } | undefined {
  const kind = labelOf(storage);
  if (kind === 'consul') return plainConsul(storage);
  if (kind === 'etcd') {
    const address = settingOf(storage, 'address');
    const isPlain = address?.value?.split(',').some((one) => isPlainHttp(one));
    if (address && isPlain)
      return {
        message: 'etcd is spoken to over HTTP',
        range: address.nameRange,
        paste: 'address = "https://etcd.example.com:2379"',
      };
  }
  if (kind === 'postgresql' || kind === 'cockroachdb') {
    const url = settingOf(storage, 'connection_url');
    if (url?.value && /\bsslmode=(?:disable|allow|prefer)\b/.test(url.value) && !isLoopbackHost(hostOf(url.value)))
      return { message: 'sslmode allows a connection without TLS', range: url.nameRange, paste: 'sslmode=verify-full' };
  }
  if (kind === 'mysql' || kind === 'zookeeper') {
    const address = settingOf(storage, 'address');
    const hasTls = settingOf(storage, kind === 'mysql' ? 'tls_ca_file' : 'tls_enabled') !== undefined;
    if (address?.value && !hasTls && !isFilledInLater(address.value) && !isLoopbackHost(hostOf(address.value)))
      return {
        message: `${kind} is spoken to without TLS`,
        range: address.nameRange,
        paste: kind === 'mysql' ? 'tls_ca_file = "/vault/tls/ca.pem"' : 'tls_enabled = true',
      };
  }
  return undefined;
}

/** Consul is spoken to by HTTP unless told; its own agent on the same machine is the advised way. */
function plainConsul(storage: Stanza): { message: string; range: Range; paste: string } | undefined {
  const address = settingOf(storage, 'address');
  const scheme = settingOf(storage, 'scheme')?.value?.toLowerCase();
  const value = address?.value ?? '127.0.0.1:8500';
  if (scheme === 'https' || /^(?:https|unix):/i.test(value) || isFilledInLater(value)) return undefined;
  if (isLoopbackHost(hostOf(value))) return undefined;
  return { message: 'Consul is spoken to over HTTP', range: address!.nameRange, paste: 'scheme = "https"' };
}
