import { localConfigs, vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault that people unseal by hand',
  severity: 'info',
  confidence: 'medium',
  why: 'after every restart Vault stays sealed until people with keys come, and so the keys end up on the host',
  fix: 'add a `seal` stanza for a KMS, an HSM or the transit engine of another Vault',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal#auto-unseal'],
  catalogue: ['VS407'],
  cwe: [693],
  *check({ data }) {
    for (const service of vaultServers(data)) {
      const [config] = localConfigs(service, data);
      const hasSeal = localConfigs(service, data).some(({ data: { seal } }) => seal !== undefined);
      const hasVariable = service.variables.some(({ name }) =>
        /^(?:VAULT|BAO)_(?:SEAL_TYPE|AWSKMS_\w+|AZUREKEYVAULT_\w+|GCPCKMS_\w+|TRANSIT_SEAL_\w+|HSM_\w+)$/.test(name),
      );
      const hasFiles = service.mounts.some(({ target }) => /\/config\b|\.hcl$/.test(target));
      if (config && !hasSeal && !hasVariable && !hasFiles)
        yield {
          message: `service ${service.name} has no seal stanza`,
          range: config.range,
          paste: '"seal": {"awskms": {"region": "REGION", "kms_key_id": "KEY"}}',
        };
    }
  },
});
