import type { Compose, ComposeService } from '../../src/parsers/compose.ts';
import { vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

const isServer = (data: Compose, service: ComposeService) => vaultServers(data).includes(service);

export default defineRule({
  artifact: 'compose',
  title: 'audit log that nothing ships or rotates',
  severity: 'low',
  confidence: 'medium',
  why: 'who breaks into the host deletes the traces, and a full disk stops Vault: it answers no request that it cannot log',
  fix: 'mount the log into a shipper (Vector, Fluent Bit, Promtail) that sends it away, and rotate it; for stdout set `max-size`',
  references: [
    'https://developer.hashicorp.com/vault/docs/audit/file#log-file-rotation',
    'https://docs.docker.com/engine/logging/drivers/json-file/',
  ],
  catalogue: ['VS407'],
  cwe: [778],
  *check({ data, text }) {
    for (const server of vaultServers(data)) {
      const log = server.mounts.find(
        ({ type, target, source }) => type !== 'tmpfs' && source && /\baudit|\/vault\/logs/.test(target),
      );
      const isRead = data.services.some(
        (other) =>
          other.name !== server.name &&
          !isServer(data, other) &&
          other.mounts.some(({ source }) => source === log?.source),
      );
      if (log && !isRead)
        yield {
          message: `nothing reads the audit log of service ${server.name}`,
          range: log.range,
          paste: 'volumes: ["vault-audit:/var/log/vault:ro"]',
        };
      const driver = server.logging?.driver?.value ?? 'json-file';
      const isBounded = server.logging?.options['max-size'] !== undefined || driver !== 'json-file';
      if (!log && /file_path=(?:["'])?stdout\b/.test(text) && !isBounded)
        yield {
          message: `the log of service ${server.name}, which holds its audit log, grows without a limit`,
          range: server.logging?.range ?? server.range,
          paste: 'logging: { driver: json-file, options: { max-size: 50m, max-file: "5" } }',
        };
    }
  },
});
