import { vaultPart } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'static secret of Swarm where Vault is there',
  severity: 'info',
  confidence: 'medium',
  why: 'the value never changes, nobody logs who reads it, and it lies in the Raft log of the managers',
  fix: 'let Vault Agent fetch it, or name a secret driver that asks Vault: `driver: vault`',
  references: [
    'https://docs.docker.com/engine/swarm/secrets/',
    'https://docs.docker.com/reference/compose-file/secrets/',
  ],
  catalogue: ['VS415'],
  cwe: [522],
  *check({ data }) {
    const usesVault = data.services.some((service) => vaultPart(service) !== 'other');
    const isSwarm = data.isSwarm || data.secrets.some(({ isExternal, driver }) => isExternal || driver);
    if (!usesVault || !isSwarm) return;
    for (const { name, range, driver, isExternal, file } of data.secrets) {
      // What a service needs to log in to Vault has to come from elsewhere.
      if (
        driver ||
        (!isExternal && !file) ||
        /vault|bao|role|secret[-_]?id|wrap|(?:^|[-_.])(?:ca|cert|crt|tls|pem)(?:$|[-_.])/i.test(name)
      )
        continue;
      yield { message: `secret ${name} is kept by Swarm`, range, paste: `${name}: { driver: vault:VERSION }` };
    }
  },
});
