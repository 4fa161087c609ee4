import { isLiteral } from '../../src/analysis/literal-value.ts';
import { eachVariable } from '../../src/parsers/compose.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault token handed to a service as a variable',
  severity: 'medium',
  confidence: 'high',
  why: 'every child process, crash report and `docker inspect` shows the token, and nobody renews or revokes it',
  fix: 'let Vault Agent log the service in and write the token to a tmpfs: `auto_auth { sink "file" { config = { path = "/run/vault/token" } } }`',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth'],
  catalogue: ['VS409'],
  cwe: [526],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, valueRange, section } = variable;
      if (section === 'labels' || !/^(?:VAULT|BAO)_TOKEN$/.test(name) || value === '') continue;
      const secret = isLiteral(value) && valueRange ? { secret: valueRange } : {};
      yield {
        message: `service ${service.name} gets ${name} from its ${section}`,
        range: nameRange,
        paste: 'VAULT_AGENT_ADDR: http://127.0.0.1:8100',
        ...secret,
      };
    }
  },
});
