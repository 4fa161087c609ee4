import { isOn, settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that lives on when it can no longer render',
  severity: 'info',
  confidence: 'medium',
  why: 'after its last try the Agent stays up with old secrets: the container looks healthy until the lease ends',
  fix: 'set `exit_on_retry_failure = true` where a restart helps, or watch the files that it renders',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#global-configurations'],
  catalogue: ['VS311'],
  *check({ data }) {
    const [first] = [...data.templates, ...data.envTemplates];
    if (!first) return;
    const { templateConfig } = agentParts(data);
    const setting = settingOf(templateConfig, 'exit_on_retry_failure');
    if (isOn(setting)) return;
    const range = setting?.nameRange ?? templateConfig?.nameRange ?? first.stanza.nameRange;
    yield { message: 'exit_on_retry_failure is not on', range, paste: 'exit_on_retry_failure = true' };
  },
});
