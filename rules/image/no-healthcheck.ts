import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'image without a health check',
  severity: 'info',
  confidence: 'high',
  why: 'a service that lost its secrets goes on running, and nobody restarts it',
  fix: 'add a HEALTHCHECK that fails when the service can not use its secrets; where Kubernetes runs it, a probe does that',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  catalogue: ['VS115'],
  cwe: [778],
  *check({ data: { healthcheck, name } }) {
    if (healthcheck.length === 0 || healthcheck[0]!.value === 'NONE')
      yield { message: 'the image has no health check', range: healthcheck[0]?.range ?? name.range };
  },
});
