import { devServer } from '../../src/analysis/dev-server.ts';
import { wordsOf } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'service that runs a development server',
  severity: 'low',
  confidence: 'medium',
  why: 'development servers show source, variables and often a console to whoever makes them fail',
  fix: 'start the production server here, and keep the development command in `compose.override.yaml`',
  references: ['https://docs.docker.com/compose/how-tos/production/'],
  cwe: [489],
  *check({ data, origin }) {
    // Files that say that they are for development are.
    if (data.isPartial || /dev|test|local|debug|example|demo|override|ci\b/i.test(origin.path)) return;
    for (const service of data.services) {
      if (service.isDeveloping || service.profiles.length > 0) continue;
      const what = devServer(wordsOf(service));
      const range = service.command[0]?.range ?? service.entrypoint[0]?.range;
      if (what && range) yield { message: `service ${service.name} starts ${what}`, range, paste: 'profiles: [dev]' };
    }
  },
});
