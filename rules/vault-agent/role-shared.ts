import type { Range } from '../../src/model/region.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { labelOf, settingOf, textOf } from '../../src/parsers/stanza.ts';
import { type AgentConfig, agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['vault-agent'],
  title: 'one role for the Agents of several services',
  severity: 'medium',
  confidence: 'medium',
  why: "who takes over one service reads the secrets of all, and the audit log can't tell which of them it was",
  fix: 'create a role and a policy for each service',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle/approle-pattern'],
  cwe: [269],
  *check({ data }) {
    const first = new Map<string, { path: string; destinations: Set<string> }>();
    for (const { path, data: agent } of artifactsOf(data, 'vault-agent')) {
      const login = loginOf(agent);
      const destinations = new Set(agent.templates.flatMap(({ stanza }) => textOf(stanza, 'destination') ?? []));
      // An init container and its sidecar render the same; what renders nothing serves nobody that is known here.
      if (!login || destinations.size === 0) continue;
      const key = `${path.slice(0, path.lastIndexOf('/') + 1)}|${login.key}`;
      const other = first.get(key);
      if (!other) first.set(key, { path, destinations });
      else if (![...destinations].some((destination) => other.destinations.has(destination)))
        yield { message: `role ${login.role} is that of ${other.path} as well`, path, range: login.range };
    }
  },
});

/** The role that an Agent logs in with, at its mount; AppRole tells its name only where the SecretID comes wrapped. */
function loginOf(agent: AgentConfig): { role: string; key: string; range: Range } | undefined {
  const { method, login } = agentParts(agent);
  if (!method) return undefined;
  const wrapped = settingOf(login, 'secret_id_response_wrapping_path');
  const setting = settingOf(login, 'role') ?? wrapped;
  const role = setting === wrapped ? /\/role\/([^/]+)\/secret-id$/.exec(wrapped?.value ?? '')?.[1] : setting?.value;
  if (!setting || !role) return undefined;
  return { role, key: `${labelOf(method)}|${textOf(method, 'mount_path') ?? ''}|${role}`, range: setting.nameRange };
}
