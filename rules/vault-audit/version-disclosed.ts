import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health', 'seal-status', 'leader'],
  title: 'Vault tells everybody its version and addresses',
  severity: 'low',
  confidence: 'high',
  why: 'whoever looks for servers with a known weakness finds this one without a try',
  fix: 'set `redact_version`, `redact_addresses` and `redact_cluster_name` on listeners that strangers reach',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#redact_version'],
  catalogue: ['VA017'],
  cwe: [200],
  *check({ data }) {
    for (const node of data.nodes) {
      const said = node.answers.flatMap(({ read, data: body }) =>
        ['health', 'seal-status', 'leader'].includes(read) ? [(body ?? {}) as Record<string, unknown>] : [],
      );
      const fields = ['version', 'cluster_name', 'leader_address', 'leader_cluster_address'];
      const told = fields.filter((field) => said.some((body) => typeof body[field] === 'string' && body[field] !== ''));
      if (told.length > 0) yield about(node.address, `without a token Vault tells ${told.join(', ')}`);
    }
  },
});
