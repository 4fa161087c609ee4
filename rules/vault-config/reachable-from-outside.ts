import {
  hostOf,
  isEveryAddress,
  isFilledInLater,
  isInternalHost,
  isLoopbackHost,
} from '../../src/analysis/network-address.ts';
import { labelOf, settingOf, stanzasOf, textOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that can be reached from outside',
  severity: 'medium',
  confidence: 'low',
  why: 'every stolen token works from the whole internet, and so does every new weakness of the server',
  fix: 'give Vault an internal name and address, and let only the networks of its clients reach port 8200',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VS704'],
  cwe: [668],
  *check({ data }) {
    const api = settingOf(data.root, 'api_addr');
    if (!api?.value || isFilledInLater(api.value)) return;
    const host = hostOf(api.value);
    if (host === '' || isInternalHost(host) || isLoopbackHost(host) || isEveryAddress(host)) return;
    const isOpen = stanzasOf(data.root, 'listener').some((listener) => {
      const address = textOf(listener, 'address');
      return labelOf(listener) === 'tcp' && address !== undefined && isEveryAddress(hostOf(address));
    });
    if (isOpen)
      yield {
        message: 'api_addr is a public name, and the listener takes requests from everywhere',
        range: api.nameRange,
        paste: 'api_addr = "https://vault.internal:8200"',
      };
  },
});
