import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'network between hosts without encryption',
  severity: 'low',
  confidence: 'high',
  why: 'whoever sits between the hosts reads what the services say to each other, also what goes without TLS',
  fix: 'encrypt it: `driver_opts: {encrypted: "true"}`',
  references: ['https://docs.docker.com/engine/network/drivers/overlay/#encrypt-traffic-on-an-overlay-network'],
  catalogue: ['VS415'],
  cwe: [319],
  *check({ data }) {
    for (const { name, driver, isEncrypted, isExternal } of data.networks)
      if (driver?.value === 'overlay' && !isEncrypted && !isExternal)
        yield {
          message: `overlay network ${name} is not encrypted`,
          range: driver.range,
          paste: 'driver_opts: { encrypted: "true" }',
        };
  },
});
