import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'container',
  title: 'running container in a namespace of the host',
  severity: 'medium',
  confidence: 'high',
  why: 'it sees the processes, their environments or the network of the host as if it were no container',
  fix: 'start it in namespaces of its own, which is what Docker does unless told otherwise',
  references: ['https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities'],
  catalogue: ['VS411'],
  cwe: [653],
  *check({ data }) {
    for (const { name, value, nameRange } of data.settings) {
      const [, what] = /^(Network|Pid|Ipc|Userns|UTS)Mode$/.exec(name) ?? [];
      if (what && value === 'host')
        yield { message: `the ${what.toLowerCase()} namespace is that of the host`, range: nameRange };
    }
  },
});
