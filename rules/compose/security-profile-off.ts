import { defineRule, onePerPlace } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'container without its AppArmor, seccomp or SELinux profile',
  severity: 'medium',
  confidence: 'high',
  why: 'calls to the kernel that Docker forbids for good reason are allowed, and nothing reports them',
  fix: 'take the option out, or name a profile of your own that allows the one call that is needed',
  references: ['https://docs.docker.com/engine/security/seccomp/', 'https://docs.docker.com/engine/security/apparmor/'],
  cwe: [693],
  *check({ data }) {
    yield* onePerPlace(
      data.services.flatMap(({ name, securityOpt }) =>
        securityOpt
          .filter(({ value }) => /^(?:apparmor|seccomp|systempaths)[=:]unconfined$|^label[=:]disable$/.test(value))
          .map(({ value, range }) => ({
            message: `service ${name} runs with ${value}`,
            range,
            paste: 'security_opt: [no-new-privileges:true]',
          })),
      ),
    );
  },
});
