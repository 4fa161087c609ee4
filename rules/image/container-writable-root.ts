import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'running container that can write to its own files',
  severity: 'low',
  confidence: 'high',
  why: 'an intruder leaves programs there, and secrets that the service writes by mistake stay in the layer',
  fix: 'start it with `--read-only`, and with a tmpfs for what it must write',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#read-only'],
  catalogue: ['VS410'],
  cwe: [732],
  *check({ data }) {
    for (const { name, value, nameRange } of data.settings)
      if (name === 'ReadonlyRootfs' && value === 'false')
        yield { message: 'the root file system is writable', range: nameRange };
  },
});
