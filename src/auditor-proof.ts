import { type PolicyMounts, secretPaths } from './analysis/auditor-policy.ts';
import { PolicyHolders } from './analysis/policy-who.ts';
import { loadCatalog } from './catalog.ts';
import { CodeRules, defaultInputs } from './engine/code-rules.ts';
import type { Capability } from './model/policy.ts';
import { parseVaultPolicy } from './parsers/vault-policy.ts';

/** The few paths on which `update` only asks. */
const ASKING: ReadonlySet<string> = new Set([
  'auth/token/lookup-accessor',
  'auth/token/revoke-self',
  'sys/capabilities-accessor',
  'sys/capabilities-self',
]);

/** Paths that give a secret, wherever engines are mounted. */
const ALWAYS = [
  'cubbyhole/*',
  'sys/raw/*',
  'sys/storage/raft/snapshot',
  'sys/wrapping/unwrap',
  'identity/oidc/token/*',
];

/** Rules about rights that nobody should hold. */
const OVER_BROAD = /^VP00[1-9]$/;

/** A rule that also speaks of metadata, which auditors read for the age of secrets. */
const METADATA_TOO = 'vault-policy/whole-mount';

/** What was proved of a policy, and what speaks against it. */
export interface AuditorProof {
  proved: string[];
  /** Empty where everything holds. */
  failures: string[];
}

/** Proves by the permission engine that an auditor's policy reads no secret and changes nothing. */
export function proveAuditorPolicy(text: string, mounts?: PolicyMounts): AuditorProof {
  const policy = parseVaultPolicy(text, { name: 'auditor' });
  const failures = policy.errors.map(({ message, line }) => `Vault would refuse line ${line}: ${message}`);
  const holders = new PolicyHolders([{ file: 'auditor', policy }]);
  const secrets = [...ALWAYS, ...(mounts ? secretPaths(mounts) : [])];
  for (const path of secrets) {
    const held = holders.whoCan(path).flatMap(({ capabilities, witness }) => {
      return capabilities.filter(isUse).map((capability) => `it has ${capability} on ${witness}, which gives a secret`);
    });
    failures.push(...held);
  }
  for (const { path, capabilities } of policy.rules) {
    const changes = capabilities.filter((one) => !['read', 'list', 'sudo'].includes(one));
    if (changes.length > 0 && !ASKING.has(path)) failures.push(`it has ${changes.join(', ')} on ${path}`);
  }
  const rules = loadCatalog().filter(({ catalogue = [] }) => catalogue.some((code) => OVER_BROAD.test(code)));
  const judge = new CodeRules(rules, defaultInputs());
  const origin = { kind: 'file', path: 'auditor.hcl' } as const;
  const found = judge.judge({ kind: 'vault-policy', origin, text, data: policy }, []);
  // Names and dates of secrets are no secrets; that nothing under `data/` can be read is proved above.
  const told = found.filter(({ rule, match }) => !(rule.id === METADATA_TOO && match.message.includes('/metadata/*')));
  failures.push(...told.map(({ rule, match }) => `${rule.id}: ${match.message}`));
  return {
    failures,
    proved: [
      `it reads no secret: ${secrets.length} paths that give one were tried`,
      `it changes nothing: none of its ${policy.rules.length} rules grants more than read, list and a look-up`,
      `it holds no right that the ${rules.length} rules of VP001-VP009 name`,
    ],
  };
}

function isUse(capability: Capability): boolean {
  return capability !== 'list' && capability !== 'deny';
}
