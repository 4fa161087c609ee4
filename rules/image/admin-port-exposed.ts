import { defineRule } from '../define-rule.ts';

/** Ports by what listens there by convention. */
const PORTS: Readonly<Record<string, string>> = {
  '22': 'SSH',
  '2375': 'the Docker API without TLS',
  '5005': 'the debugger of Java',
  '5678': 'the debugger of Python',
  '9229': 'the debugger of Node',
};

export default defineRule({
  artifact: 'image',
  title: 'image that exposes a port for administrators',
  severity: 'medium',
  confidence: 'medium',
  why: 'who reaches a debugger, an SSH server or the Docker API runs what they like beside your secrets',
  fix: 'take the server out of the image, or do not expose its port',
  references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  catalogue: [],
  cwe: [668],
  *check({ data }) {
    for (const { value, range } of data.exposedPorts) {
      const port = value.replace(/\/.*$/, '');
      if (Object.hasOwn(PORTS, port)) yield { message: `port ${port} is exposed: ${PORTS[port]}`, range };
    }
  },
});
