import { vaultPart } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

/** More copies than this are a herd. */
const MOST_REPLICAS = 3;

export default defineRule({
  artifact: 'compose',
  title: 'many copies of a service that all ask Vault directly',
  severity: 'low',
  confidence: 'medium',
  why: 'every start and every lease of every copy reaches Vault: when it was away, all come at once, and a slow Vault stops all of them',
  fix: 'put Vault Agent or Vault Proxy with `cache` in front, and point VAULT_ADDR to it',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/proxy/caching'],
  cwe: [400],
  *check({ data }) {
    const agents = data.services.filter((service) => vaultPart(service) === 'agent').map(({ name }) => name);
    for (const { name, variables, deploy } of data.services) {
      const address = variables.find(
        (variable) =>
          /^(?:VAULT|BAO)_ADDR$/.test(variable.name) &&
          !/agent|proxy|\/\/(?:localhost|127\.)/.test(variable.value ?? ''),
      );
      if (address && agents.some((agent) => address.value?.includes(`//${agent}:`))) continue;
      const count = Number(deploy?.replicas?.value.replace(/^\$\{\w+:?-(\d+)\}$/, '$1'));
      if (address && deploy?.replicas && count > MOST_REPLICAS)
        yield {
          message: `${count} copies of service ${name} ask Vault directly`,
          range: deploy.replicas.range,
          paste: 'VAULT_ADDR: http://vault-proxy:8100',
        };
    }
  },
});
