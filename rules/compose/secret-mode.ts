import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'secret that every user of the container may read',
  severity: 'low',
  confidence: 'high',
  why: 'whoever breaks into any process of the container reads the secret, whatever user it runs as',
  fix: 'set `mode: 0400` and the `uid` of the user that needs it',
  references: ['https://docs.docker.com/reference/compose-file/services/#secrets'],
  catalogue: ['VS405'],
  cwe: [732],
  *check({ data }) {
    for (const { name, secrets } of data.services)
      for (const { name: secret, mode } of secrets) {
        if (!mode) continue;
        const bits = Number.parseInt(mode.value.replace(/^0o?/, ''), mode.value.startsWith('0') ? 8 : 10);
        if ((bits & 0o007) === 0) continue;
        yield {
          message: `secret ${secret} of service ${name} may be read by everyone in the container`,
          range: mode.range,
          paste: 'mode: 0400',
        };
      }
  },
});
