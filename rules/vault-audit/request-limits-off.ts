import { listenersOf, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'a listener takes requests of any size',
  severity: 'medium',
  confidence: 'high',
  why: 'one client fills the memory of Vault',
  fix: 'leave `max_request_size` at its default of 32 MiB, and `default_max_request_duration` at 90 seconds',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#max_request_size'],
  catalogue: ['VA129'],
  cwe: [770],
  *check({ data }) {
    for (const { subject, config } of listenersOf(data))
      if (Number(config.max_request_size ?? 0) < 0)
        yield about(subject, 'the listener takes requests of any size: max_request_size');
    const seconds = serverConfig(data)?.default_max_request_duration ?? 0;
    if (seconds > 600) yield about('default_max_request_duration', `a request may run for ${seconds} s`, 'low');
  },
});
