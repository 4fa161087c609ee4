import { compilePattern, matchesPath, type Pattern } from '../../src/analysis/policy-pattern.ts';
import { vaultCalls } from '../../src/analysis/vault-cli.ts';
import type { PolicyRule } from '../../src/model/policy.ts';
import { artifactsOf, type Project } from '../../src/parsers/artifact.ts';
import { resolveTemplates } from '../../src/parsers/project-agents.ts';
import { stanzaOf, textOf } from '../../src/parsers/stanza.ts';
import { type AgentConfig, agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

/** What every token needs to look after itself. */
const OWN_TOKEN =
  /^(?:auth\/token\/(?:lookup|renew|revoke)-self|sys\/leases\/(?:renew|revoke|lookup)|sys\/wrapping\/|sys\/capabilities-self|cubbyhole\/)/;

export default defineRule({
  artifact: 'project',
  needs: ['vault-agent', 'vault-policy', 'secret-template', 'shell'],
  title: 'role whose policies give more than its Agent asks for',
  severity: 'medium',
  confidence: 'medium',
  why: 'who takes over this one service reads the secrets of others with its token',
  fix: 'name the paths that the templates ask for, one `path` each, without `*`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  cwe: [269],
  *check({ data }) {
    const seen = new Set<string>();
    for (const agent of artifactsOf(data, 'vault-agent')) {
      const role = roleOf(agent.data);
      const asked = askedPaths(data, agent);
      if (role === undefined || asked === undefined) continue;
      for (const { path, rule } of rulesOf(data, policiesOf(data, role))) {
        const place = `${path}:${rule.pathRange.start}`;
        const excess = seen.has(place) ? undefined : excessOf(rule, asked);
        if (excess === undefined) continue;
        seen.add(place);
        const message = `role ${role} gets ${rule.path}, of which its Agent asks for ${excess} only`;
        yield { message, path, range: rule.pathRange, paste: `path "${excess}" {` };
      }
    }
  },
});

/** The role that an Agent logs in with; AppRole tells its name only where the SecretID comes wrapped. */
function roleOf(agent: AgentConfig): string | undefined {
  const { login } = agentParts(agent);
  const wrapped = /\/role\/([^/]+)\/secret-id$/.exec(textOf(login, 'secret_id_response_wrapping_path') ?? '');
  return textOf(login, 'role') ?? wrapped?.[1];
}

/** Every path that the templates ask for; undefined where a template is not there, or clients ask for what they like. */
function askedPaths(project: Project, agent: { path: string; data: AgentConfig }): string[] | undefined {
  const { templates, envTemplates, root } = agent.data;
  const resolved = resolveTemplates(project, agent);
  const isServing = stanzaOf(root, 'listener') !== undefined || agentParts(agent.data).sinks.length > 0;
  if (isServing || resolved.length === 0 || resolved.length < templates.length + envTemplates.length) return undefined;
  return [...new Set(resolved.flatMap(({ body }) => body.secrets.map(({ path }) => path.replace(/^\/|\?.*$/g, ''))))];
}

/** Names of the role's policies: as a script of the project sets them, else the role's own name. */
function policiesOf(project: Project, role: string): string[] {
  const written = artifactsOf(project, 'shell').flatMap(({ data }) =>
    vaultCalls(data)
      .filter(({ verb, path }) => verb === 'write' && path.startsWith('auth/') && path.endsWith(`/role/${role}`))
      .flatMap(({ fields }) => fields.filter(({ name }) => /^(?:token_)?policies$/.test(name)))
      .flatMap(({ value }) => value.split(',').map((name) => name.trim())),
  );
  return written.length > 0 ? written : [role];
}

/** Rules of policies that lie in files of their names. */
function* rulesOf(project: Project, names: readonly string[]): Iterable<{ path: string; rule: PolicyRule }> {
  for (const { path, data } of artifactsOf(project, 'vault-policy')) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:[-_.]policy)?\.(?:hcl|json)$/i, '');
    if (names.includes(name)) for (const rule of data.rules) yield { path, rule };
  }
}

/** The one path that is asked for of all that a rule with `*` or `+` gives. */
function excessOf(rule: PolicyRule, asked: readonly string[]): string | undefined {
  if (rule.template || OWN_TOKEN.test(rule.path) || !/[*+]/.test(rule.path)) return undefined;
  if (!rule.capabilities.some((capability) => capability !== 'deny')) return undefined;
  const pattern = compilePattern(rule.path);
  const used = asked.map((path) => usedPath(pattern, path)).filter((path) => path !== undefined);
  return used.length === 1 ? used[0] : undefined;
}

/** Vault's templates put `data/` into paths of KV version 2 by themselves. */
function usedPath(pattern: Pattern, path: string): string | undefined {
  const withData = path.replace(/^([\w-]+)\/(?!data\/)/, '$1/data/');
  return [path, withData].find((one) => matchesPath(pattern, one.split('/')));
}
