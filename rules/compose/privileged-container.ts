import { defineRule, onePerPlace } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'container with all rights of the host',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever breaks into it is root on the host, and reads the secrets of every container there',
  fix: 'take `privileged: true` out, and add the one capability or device that is needed',
  references: ['https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities'],
  catalogue: ['VS411'],
  cwe: [250],
  *check({ data }) {
    yield* onePerPlace(
      data.services.flatMap(({ name, privileged }) =>
        privileged
          ? [{ message: `service ${name} is privileged`, range: privileged, paste: 'cap_add: [CAPABILITY]' }]
          : [],
      ),
    );
  },
});
