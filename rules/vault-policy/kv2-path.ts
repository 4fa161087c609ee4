import { compiledRules, grantsAnything } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

/** What stands behind the mount in KV version 2. */
const KV2 = /^(?:data|metadata|delete|undelete|destroy|subkeys|config)$/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'rule that misses the paths of KV version 2',
  severity: 'high',
  confidence: 'medium',
  why: 'version 2 keeps secrets under data/ and their names under metadata/: a rule for another path grants nothing, and a deny there protects nothing',
  fix: 'write `MOUNT/data/NAME` to read and write, and `MOUNT/metadata/NAME` to list and to delete for good',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2/upgrade'],
  catalogue: ['VP012'],
  cwe: [863],
  *check({ data }) {
    const rules = compiledRules(data);
    // A mount is of version 2 where the policy itself speaks of data/ or metadata/ behind it.
    const mounts = new Set(
      rules.flatMap(({ pattern: { segments } }) =>
        /^(?:data|metadata)$/.test(segments[1] ?? '') ? [segments[0]!] : [],
      ),
    );
    for (const { rule, pattern } of rules) {
      const [mount, second = '', ...rest] = pattern.segments;
      const range = rule.pathRange;
      if (!mounts.has(mount!) || pattern.segments.length < 2 || mount === '+') continue;
      const isGlob = second === '+' || (second === '' && pattern.isPrefix) || (pattern.isPrefix && rest.length === 0);
      if (!KV2.test(second) && !isGlob) {
        const what = rule.capabilities[0] === 'deny' ? 'denies nothing' : 'grants nothing';
        yield {
          message: `rule ${rule.path} ${what}, since ${mount} is KV version 2`,
          range,
          paste: `path "${mount}/data/${[second, ...rest].join('/')}${pattern.isPrefix ? '*' : ''}"`,
        };
      } else if (second === 'data' && rule.capabilities.includes('list') && grantsAnything(rule)) {
        const at = rule.written.find(({ value }) => value === 'list')?.range ?? range;
        yield {
          message: `list on ${rule.path} lists nothing: names are under ${mount}/metadata/`,
          range: at,
          severity: 'low',
        };
      }
    }
  },
});
