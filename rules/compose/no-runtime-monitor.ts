import { isForDevelopment, vaultDependents, vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

const MONITORS =
  /\b(?:falco|tracee|tetragon|sysdig|wazuh|osquery|datadog|crowdstrike|twistlock|aqua|neuvector|elastic-agent)/i;

export default defineRule({
  artifact: 'compose',
  title: 'secrets without a watch over what the containers do',
  severity: 'info',
  confidence: 'low',
  why: 'a process that should not run, or that reads the files of a secret, is seen by nobody',
  fix: 'run Falco or Tracee on the host, or as a service beside the others',
  references: ['https://falco.org/docs/', 'https://aquasecurity.github.io/tracee/latest/'],
  cwe: [778],
  *check({ data }) {
    if (data.isPartial || isForDevelopment(data)) return;
    if (data.services.some(({ image, name }) => MONITORS.test(`${image?.value ?? ''} ${name}`))) return;
    const [first] = [...vaultServers(data), ...vaultDependents(data)];
    if (first)
      yield {
        message: 'no service watches the containers',
        range: first.range,
        paste: 'falco: { image: "falcosecurity/falco:VERSION", privileged: true, volumes: ["/proc:/host/proc:ro"] }',
      };
  },
});
