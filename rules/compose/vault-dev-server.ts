import { isLiteral } from '../../src/analysis/literal-value.ts';
import { defineRule } from '../define-rule.ts';

/** Images whose own command is `server -dev`. */
const VAULT_IMAGE =
  /^(?:docker\.io\/|quay\.io\/|ghcr\.io\/)?(?:(?:library|hashicorp)\/)?vault(?:[:@]|$)|(?:^|\/)openbao\/openbao(?:[:@]|$)/;

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
      const words = [...service.entrypoint, ...service.command];
      const line = words.map(({ value }) => value).join(' ');
      const isVault = /vault|\bbao/i.test(`${service.name} ${service.image?.value ?? ''} ${line}`);
      const hasFlag = isVault && /(?:^|[\s/])server\s.{0,80}?(?<![\w-])-{1,2}dev\b/s.test(line);
      const isDefault = words.length === 0 && !service.isExtending && VAULT_IMAGE.test(service.image?.value ?? '');
      if (!dev && !hasFlag && !isDefault) continue;
      const range = dev?.nameRange ?? (hasFlag ? words[0]!.range : service.image!.range);
      const isToken = dev?.name.endsWith('TOKEN_ID') && isLiteral(dev.value) && dev.valueRange;
      const secret = isToken ? { secret: isToken } : {};
      const paste = 'command: server -config=/vault/config';
      yield { message: `service ${service.name} is a development server`, range, paste, ...secret };
    }
  },
});
