import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'compose service that runs a Vault development server',
  severity: 'high',
  confidence: 'high',
  why: 'a development server keeps everything in memory, unsealed, over HTTP, with a known root token',
  fix: 'run `server` with a configuration: raft storage, TLS, auto-unseal, audit device',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/dev-server'],
  catalogue: ['VS407'],
  cwe: [489],
  *check({ data }) {
    for (const service of data.services) {
      const dev = service.variables.find(({ name }) =>
        /^(?:VAULT|BAO)_DEV_(?:ROOT_TOKEN_ID|LISTEN_ADDRESS)$/.test(name),
      );
      const words = service.commands.map((command) => command.value).join(' ');
      const flag = /\bserver\b.{0,80}(?<![\w-])-{1,2}dev\b/s.test(words) ? service.commands[0] : undefined;
      if (!dev && !flag) continue;
      yield { message: `service ${service.name} is a development server`, range: dev?.nameRange ?? flag!.range };
    }
  },
});
