import { type DockerInstruction, instructionsOf } from '../../src/parsers/dockerfile.ts';
import { defineRule } from '../define-rule.ts';

/** Speaks of Vault in a variable, a file or a command. */
function usesVault({ keyword, text, assignments }: DockerInstruction): boolean {
  if (
    assignments.some(({ name }) =>
      /^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR|TOKEN|ROLE_ID|SECRET_ID|CACERT|NAMESPACE)$/.test(name),
    )
  )
    return true;
  if (/\/(?:run|vault)\/secrets\b/.test(text) && keyword !== 'RUN') return true;
  return /^(?:CMD|ENTRYPOINT)$/.test(keyword) && /\b(?:vault|bao)\b["',\s]+(?:agent|kv|read|login)\b/.test(text);
}

export default defineRule({
  artifact: 'dockerfile',
  title: 'image that uses Vault without a health check',
  severity: 'info',
  confidence: 'medium',
  why: 'when a lease ends or Vault is sealed the container stays "running" without its secrets, and nothing replaces it',
  fix: 'add a HEALTHCHECK that fails when the secrets are gone; Kubernetes ignores it and wants probes instead',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  catalogue: ['VS115'],
  cwe: [693],
  *check({ data }) {
    const last = data.stages.at(-1);
    if (!last) return;
    const instructions = instructionsOf(data, last).filter(({ isOnbuild }) => !isOnbuild);
    const check = instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK');
    const start = instructions.findLast(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    const paste = 'HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "health"]';
    const isOff = check !== undefined && /^\s*NONE\s*$/i.test(check.text);
    if (!start || (check && !isOff) || !instructions.some(usesVault)) return;
    yield {
      message: isOff ? 'the health check is switched off' : 'nothing notices when the secrets are lost',
      range: (check ?? start).range,
      paste,
    };
  },
});
