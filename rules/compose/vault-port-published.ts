import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault published on all addresses of the host',
  severity: 'medium',
  confidence: 'medium',
  why: 'everyone who reaches the host reaches Vault',
  fix: 'keep Vault on a network of its own, or publish it on one address: `127.0.0.1:8200:8200`',
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  catalogue: ['VS407'],
  cwe: [668],
  *check({ data }) {
    for (const service of data.services) {
      for (const { value, range } of service.ports) {
        if (/^(?:0\.0\.0\.0:|\[::\]:)?\d+:8200(?:\/tcp)?$/.test(value)) {
          yield { message: `service ${service.name} publishes port 8200 on all addresses`, range };
        }
      }
    }
  },
});
