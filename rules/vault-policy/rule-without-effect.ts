import { compiledRules, judgedCells } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

const KNOWN_TEMPLATE =
  /^(?:identity\.entity\.(?:id$|name$|metadata\..|aliases\.[^.]+\.(?:id$|name$|(?:custom_)?metadata\..))|identity\.groups\.(?:ids|names)\.[^.]+\.(?:id$|name$|metadata\..)|time\.now)/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'rule that never counts',
  severity: 'low',
  confidence: 'high',
  why: 'the policy says something that Vault never applies, and readers believe it',
  fix: 'take the rule out, or correct its path',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#priority-matching'],
  catalogue: ['VP017'],
  *check({ data, origin }) {
    const { permissions, cells } = judgedCells([{ file: origin.path, policy: data }]);
    const winners = new Set(cells.flatMap(({ plain, listed }) => [plain, listed]));
    for (const { rule } of compiledRules(data)) {
      const range = rule.pathRange;
      const merged = permissions.rules.find(({ sources }) => sources.some((source) => source.rule.pathRange === range));
      const first = merged?.sources[0]?.rule;
      const unknown = rule.template?.find((part) => 'expression' in part && !KNOWN_TEMPLATE.test(part.expression));
      if (unknown && 'expression' in unknown)
        yield { message: `rule ${rule.path} never counts, since ${unknown.expression} has no value`, range };
      else if (/^\/?v1\//.test(rule.path))
        yield { message: `rule ${rule.path} never counts, since paths of rules begin behind v1/`, range };
      else if (rule.path === '' || rule.path.startsWith('//'))
        yield { message: `rule ${JSON.stringify(rule.path)} matches no request`, range };
      else if (merged && first && first.pathRange !== range)
        yield { message: `path ${rule.path} has a rule already on line ${first.line}; the two are merged`, range };
      else if (!merged) yield { message: `rule ${rule.path} never counts, since the same path is denied`, range };
      else if (cells.length > 0 && !winners.has(merged))
        yield { message: `rule ${rule.path} never counts: other rules rank higher wherever it matches`, range };
      else if (rule.capabilities.length === 0 && data.errors.length === 0)
        yield { message: `rule ${rule.path} grants nothing, and takes away what wider rules grant there`, range };
    }
  },
});
