import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['ssh-role'],
  title: 'a role of SSH signs for too long',
  severity: 'medium',
  confidence: 'high',
  why: "a stolen key opens the hosts for days; 0 stands for the mount's own limit",
  fix: 'set `max_ttl` to a day or less',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/ssh#create-role'],
  catalogue: ['VA107'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ key_type?: string; max_ttl?: number }>(data, 'ssh-role')) {
      if (role.key_type !== 'ca') continue;
      if (role.max_ttl === 0) yield about(path, 'the role sets no max_ttl');
      else if ((role.max_ttl ?? 0) > DAY)
        yield about(path, `certificates of the role live for up to ${inDays(role.max_ttl!)}`);
    }
  },
});
