import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'running container without AppArmor or seccomp',
  severity: 'medium',
  confidence: 'high',
  why: 'the walls that keep a broken-into process from the host, and so from all other secrets, are down',
  fix: 'start it without `unconfined`: the default profiles fit nearly everything',
  references: ['https://docs.docker.com/engine/security/seccomp/', 'https://docs.docker.com/engine/security/apparmor/'],
  catalogue: ['VS411'],
  cwe: [693],
  *check({ data }) {
    for (const { name, value, nameRange } of data.settings) {
      if (name === 'SecurityOpt' && /^(?:seccomp|apparmor)[=:]unconfined$/.test(value))
        yield { message: `${value.split(/[=:]/)[0]} is off`, range: nameRange };
      else if (name === 'AppArmorProfile' && value === 'unconfined')
        yield { message: 'apparmor is off', range: nameRange };
    }
  },
});
