import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

const SINKS = [
  'prometheus_retention_time',
  'statsd_address',
  'statsite_address',
  'dogstatsd_addr',
  'stackdriver_project_id',
  'circonus_submission_url',
];

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'nobody is told how Vault fares',
  severity: 'medium',
  confidence: 'high',
  why: 'a failing audit device, a lost node or a flood of logins is seen only when Vault is gone',
  fix: 'add `telemetry { prometheus_retention_time = "30s" disable_hostname = true }` and collect sys/metrics with a token',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/telemetry'],
  catalogue: ['VA135'],
  cwe: [778],
  *check({ data }) {
    const config = serverConfig(data);
    if (config && SINKS.every((name) => !config.telemetry?.[name])) yield about('telemetry', 'no telemetry is set');
  },
});
