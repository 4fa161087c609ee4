import { isOn, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that ends after its first login',
  severity: 'low',
  confidence: 'medium',
  why: 'nobody renews or rotates what was rendered: the secrets end with their lease, and the application with them',
  fix: 'leave `exit_after_auth` off in a sidecar; name the file of an init container so (`agent-init.hcl`)',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#exit_after_auth'],
  catalogue: ['VS316'],
  *check({ data, origin }) {
    const setting = settingOf(data.root, 'exit_after_auth');
    if (!setting || !isOn(setting) || /init|once|job|bootstrap/i.test(origin.path)) return;
    if (stanzaOf(data.root, 'template', 'env_template', 'cache', 'api_proxy') === undefined) return;
    yield { message: 'exit_after_auth is on', range: setting.nameRange, paste: 'exit_after_auth = false' };
  },
});
