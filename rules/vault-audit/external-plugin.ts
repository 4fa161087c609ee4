import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Catalog = {
  detailed?: { name?: string; type?: string; builtin?: boolean; sha256?: string; deprecation_status?: string }[];
};

export default defineRule({
  artifact: 'vault',
  reads: ['plugins'],
  title: 'a plugin that is not built in is registered',
  severity: 'medium',
  confidence: 'high',
  why: 'it runs beside Vault and sees what its mount holds; without a checksum whoever replaces the file is it',
  fix: 'register it with `-sha256`, and remove what nothing mounts (`vault plugin deregister`)',
  references: ['https://developer.hashicorp.com/vault/docs/plugins/plugin-architecture'],
  catalogue: ['VA109'],
  cwe: [829],
  *check({ data }) {
    for (const { name, type, builtin, sha256 } of answerOf<Catalog>(data, 'plugins')?.detailed ?? [])
      if (builtin === false)
        yield about(
          `plugin ${type}/${name}`,
          sha256 ? 'the plugin is not built in' : 'the plugin is not built in, and has no checksum',
          sha256 ? 'low' : 'medium',
        );
  },
});
