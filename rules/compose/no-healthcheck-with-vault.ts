import { posix } from 'node:path';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { buildsOf } from '../../src/parsers/build-context.ts';
import { vaultDependents } from '../../src/parsers/compose-vault.ts';
import { instructionsOf } from '../../src/parsers/dockerfile.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['compose', 'dockerfile', 'dockerignore'],
  title: 'service that depends on Vault, without a health check',
  severity: 'info',
  confidence: 'medium',
  why: 'when its lease ends or Vault is away it stays "running" without its secrets, and nothing replaces it',
  fix: 'add a health check that fails when the secrets are gone',
  references: ['https://docs.docker.com/reference/compose-file/services/#healthcheck'],
  catalogue: ['VS115', 'VS408'],
  cwe: [693],
  *check({ data }) {
    const builds = new Map(buildsOf(data).map((build) => [`${build.path}`, build]));
    for (const { path, data: compose } of artifactsOf(data, 'compose')) {
      if (compose.isPartial) continue;
      for (const { name, range, build, healthcheck, healthcheckOff, isExtending } of vaultDependents(compose)) {
        const folder = posix.join(posix.dirname(path), build?.context?.value ?? '.');
        const dockerfile = build && builds.get(posix.join(folder, build.dockerfile?.value ?? 'Dockerfile'))?.dockerfile;
        const last = dockerfile?.stages.at(-1);
        // What a pulled image checks by itself the files don't show.
        if (healthcheck.length > 0 || isExtending || !dockerfile || !last) continue;
        const own = instructionsOf(dockerfile, last).findLast(({ keyword }) => keyword === 'HEALTHCHECK');
        if (own && !/^\s*NONE\b/i.test(own.text) && !healthcheckOff) continue;
        yield {
          path,
          range: healthcheckOff ?? range,
          message: `nothing notices when service ${name} has lost its secrets`,
          paste: 'healthcheck: { test: ["CMD", "/app", "health"], interval: 30s }',
        };
      }
    }
  },
});
