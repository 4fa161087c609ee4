import type { Match } from '../../src/model/rule.ts';
import type { Compose } from '../../src/parsers/compose.ts';
import { defineRule, onePerPlace } from '../define-rule.ts';

/** Files and variables that hold key shares, or the answer of `vault operator init`. */
const KEYS =
  /(?:^|[\W_])(?:unseal(?!er)[-_]?keys?\w*|(?:vault|cluster)[-_]keys?(?:\.(?:json|txt))?|vault[-_]init(?:\.(?:json|txt|out))|init[-_](?:keys?|output)\b|recovery[-_]keys?\w*)(?:$|[\W_])/i;

/** No key share is needed for it. */
const SEAL = '"seal": {"awskms": {"region": "REGION", "kms_key_id": "KEY"}}';

function* matches(data: Compose): Iterable<Match> {
  for (const { name, mounts, secrets, configs, variables, command, entrypoint } of data.services) {
    const isVault = /vault|bao/i.test(`${name} ${data.services.find((one) => one.name === name)?.image?.value ?? ''}`);
    for (const { name: variable, nameRange, section } of variables)
      if (section === 'environment' && /^(?:VAULT_|BAO_)?UNSEAL_KEYS?(?:_?\d+)?$/i.test(variable))
        yield { message: `service ${name} gets ${variable}`, range: nameRange, paste: SEAL };
    if (!isVault) continue;
    for (const { source, target, range } of mounts)
      if (KEYS.test(`${source ?? ''} ${target}`))
        yield { message: `service ${name} mounts unseal keys`, range, paste: SEAL };
    for (const grant of [...secrets, ...configs])
      if (KEYS.test(grant.name))
        yield { message: `service ${name} is granted ${grant.name}`, range: grant.range, paste: SEAL };
    for (const { value, range } of [...entrypoint, ...command]) {
      if (/\boperator\s+init\b[^;|&]*(?:>|\|\s*tee)/.test(value))
        yield { message: `service ${name} writes the answer of operator init to a file`, range, paste: SEAL };
      else if (/\boperator\s+unseal\b/.test(value))
        yield { message: `service ${name} unseals Vault by keys it has`, range, paste: SEAL };
    }
  }
}

export default defineRule({
  artifact: 'compose',
  title: 'unseal keys kept beside Vault',
  severity: 'high',
  confidence: 'medium',
  why: 'who takes the host has the data and the keys to it, and the barrier of Vault is worth nothing',
  fix: 'use auto-unseal, or keep the key shares with different people and off this host',
  references: [
    'https://developer.hashicorp.com/vault/docs/concepts/seal',
    'https://developer.hashicorp.com/vault/docs/internals/security',
  ],
  catalogue: ['VS407'],
  cwe: [522],
  *check({ data }) {
    yield* onePerPlace(matches(data));
  },
});
