import type { ComposeService } from '../../src/parsers/compose.ts';
import { defineRule } from '../define-rule.ts';

/** A worker of the same build is the same program. */
function isSameProgram(a: ComposeService, b: ComposeService): boolean {
  const sourceOf = ({ image, build }: ComposeService) =>
    image?.value ?? `${build?.context?.value} ${build?.dockerfile?.value}`;
  return sourceOf(a) === sourceOf(b);
}

export default defineRule({
  artifact: 'compose',
  title: 'one role or SecretID for several services',
  severity: 'medium',
  confidence: 'medium',
  why: 'whoever breaks into the weakest of them reads the secrets of all, and the audit log can not tell them apart',
  fix: 'give each service a role of its own, with a policy of its own',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle/approle-pattern'],
  catalogue: ['VS409'],
  cwe: [250],
  *check({ data }) {
    const first = new Map<string, ComposeService>();
    const seen = new Set<string>();
    for (const service of data.services) {
      for (const { name, value, nameRange, section } of service.variables) {
        if (
          section !== 'environment' ||
          value === '' ||
          !/^(?:VAULT_|BAO_|APPROLE_)?(?:ROLE_ID|SECRET_ID)$|^(?:VAULT|BAO)_ROLE(?:_NAME)?$/i.test(name)
        )
          continue;
        const key = value ?? `\${${name}}`;
        const other = first.get(key);
        if (!other) first.set(key, service);
        else if (other !== service && !isSameProgram(other, service) && !seen.has(`${key} ${service.name}`)) {
          seen.add(`${key} ${service.name}`);
          // One finding a service, by the first variable that it shares.
          if ([...seen].filter((one) => one.endsWith(` ${service.name}`)).length > 1) continue;
          yield {
            message: `service ${service.name} has the same ${name} as service ${other.name}`,
            range: nameRange,
            paste: `${name}: \${${service.name.toUpperCase().replaceAll('-', '_')}_${name}:?set it}`,
          };
        }
      }
    }
  },
});
