import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'running container with all rights of the host',
  severity: 'high',
  confidence: 'high',
  why: 'whoever breaks into it is root on the host, and reads the secrets of every container there',
  fix: 'start it without `--privileged`, and add the one capability or device that is needed',
  references: ['https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities'],
  catalogue: ['VS411'],
  cwe: [250],
  *check({ data }) {
    for (const { name, value, nameRange } of data.settings) {
      if (name === 'Privileged' && value === 'true') yield { message: 'the container is privileged', range: nameRange };
      if (name === 'CapAdd' && /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|DAC_READ_SEARCH)$/.test(value))
        yield { message: `the container has the capability ${value}`, range: nameRange, severity: 'medium' };
    }
  },
});
