import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'image that runs as root',
  severity: 'low',
  confidence: 'high',
  why: 'whoever breaks into the process may read every secret in the container, and is one step from the host',
  fix: 'make a user for the program and name it: `USER app`',
  references: ['https://docs.docker.com/build/building/best-practices/#user'],
  catalogue: ['VS114'],
  cwe: [250],
  *check({ data: { user } }) {
    if (/^(?:root|0+)?(?::.*)?$/.test(user.value)) yield { message: 'the image runs as root', range: user.range };
  },
});
