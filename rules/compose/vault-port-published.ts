import { defineRule } from '../define-rule.ts';

/** True for `8200`, `8190-8210` and `${PORT:-8200}`. */
function holdsPort(text: string, port: number): boolean {
  const [from, to] = text.replace(/^\$\{\w+:?-([^{}]*)\}$/, '$1').split('-');
  return Number(from) <= port && port <= Number(to ?? from);
}

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
    for (const { name, image, ports } of data.services) {
      if (!/vault|bao/i.test(`${name} ${image?.value ?? ''}`)) continue;
      for (const { hostIp, target, range } of ports) {
        const isEverywhere = hostIp === undefined || hostIp === '0.0.0.0' || hostIp === '::';
        if (isEverywhere && holdsPort(target, 8200))
          yield {
            message: `service ${name} publishes port 8200 on all addresses`,
            range,
            paste: '- "127.0.0.1:8200:8200"',
          };
      }
    }
  },
});
