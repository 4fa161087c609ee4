import { answerOf } from '../../src/analysis/vault-answers.ts';
import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

const VERBOSE = /^(?:debug|trace)$/i;

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config', 'loggers'],
  title: 'Vault logs more than it should in production',
  severity: 'medium',
  confidence: 'high',
  why: 'the levels debug and trace write details of requests and of plugins where many can read them',
  fix: 'set `log_level = "info"`, and `vault delete sys/loggers` to undo what was set at run time',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#log_level'],
  catalogue: ['VA122'],
  cwe: [532],
  *check({ data }) {
    const { log_level = '' } = serverConfig(data) ?? {};
    if (VERBOSE.test(log_level)) return yield about('log_level', `the log level is ${log_level}`);
    const loud = Object.entries(answerOf(data, 'loggers') ?? {}).filter(([, level]) => VERBOSE.test(String(level)));
    if (loud.length > 0)
      yield about(
        'sys/loggers',
        `${loud.length} loggers write debug or trace: ${loud[0]![0]}${loud.length > 1 ? ' and others' : ''}`,
      );
  },
});
