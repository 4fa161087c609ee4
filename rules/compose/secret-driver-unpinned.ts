import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'secret driver of Swarm without a version',
  severity: 'low',
  confidence: 'high',
  why: 'the plugin sees every secret of the cluster, and the next install may bring other code',
  fix: 'name the version that was looked at: `driver: NAME:1.2.3`',
  references: ['https://docs.docker.com/engine/extend/'],
  catalogue: ['VS415'],
  cwe: [1357],
  *check({ data }) {
    for (const { name, driver } of data.secrets)
      if (
        driver &&
        !driver.value.includes('$') &&
        (!/:[^/]+$|@sha256:/.test(driver.value) || /:latest$/.test(driver.value))
      )
        yield {
          message: `the driver of secret ${name} has no version`,
          range: driver.range,
          paste: `driver: ${driver.value.replace(/:latest$/, '')}:VERSION`,
        };
  },
});
