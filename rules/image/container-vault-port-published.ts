import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'Vault of a running container open to every network',
  severity: 'high',
  confidence: 'high',
  why: 'everyone who reaches the host reaches the Vault, past the firewall that Docker goes around',
  fix: 'publish it on one address: `--publish 127.0.0.1:8200:8200`, or let services reach it over a network of Docker',
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  catalogue: ['VS407'],
  cwe: [668],
  *check({ data }) {
    for (const { value, range } of data.ports) {
      if (/^(?:0\.0\.0\.0|\[?::\]?|):\d+->(?:8200|8201)\/tcp$/.test(value))
        yield { message: `${value} is published`, range };
    }
  },
});
