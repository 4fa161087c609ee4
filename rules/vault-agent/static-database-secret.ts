import {
  dynamicInShell,
  isDatabaseField,
  isDynamicDatabasePath,
  type SecretUse,
  staticInShell,
} from '../../src/analysis/static-database-secret.ts';
import { artifactsOf, type Project } from '../../src/parsers/artifact.ts';
import type { SecretTemplate } from '../../src/parsers/secret-template.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['secret-template', 'shell'],
  title: 'static password of a database beside a dynamic engine',
  severity: 'medium',
  confidence: 'medium',
  why: 'the static password works for years and for everybody who ever read it, past the leases of the engine beside it',
  fix: 'ask the engine for this service as well (`database/creds/ROLE`), and delete the static secret',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  cwe: [262],
  *check({ data }) {
    const dynamic = usesOf(data, dynamicInTemplate, dynamicInShell);
    const [engine] = dynamic;
    if (!engine) return;
    const seen = new Set<string>();
    for (const { path, use } of usesOf(data, staticInTemplate, staticInShell)) {
      const place = `${path}:${use.range.start}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const message = `${use.path} holds the password of a database, which ${engine.use.path} would give for a while`;
      yield { message, path, range: use.range, paste: '{{ with secret "database/creds/ROLE" }}' };
    }
  },
});

/** What templates and scripts of the project ask for, each with its file. */
function usesOf(
  project: Project,
  inTemplate: (template: SecretTemplate) => SecretUse[],
  inShell: typeof dynamicInShell,
): { path: string; use: SecretUse }[] {
  const templates = artifactsOf(project, 'secret-template').flatMap(({ path, data }) =>
    inTemplate(data).map((use) => ({ path, use })),
  );
  const scripts = artifactsOf(project, 'shell').flatMap(({ path, data }) =>
    inShell(data).map((use) => ({ path, use })),
  );
  return [...templates, ...scripts];
}

function dynamicInTemplate({ secrets }: SecretTemplate): SecretUse[] {
  return secrets.filter(({ path }) => isDynamicDatabasePath(path));
}

function staticInTemplate({ secrets, fields }: SecretTemplate): SecretUse[] {
  return fields.flatMap(({ path, secret }) => {
    const source = secret === undefined ? undefined : secrets[secret];
    const field = /^\.Data(?:\.data)?\.(\w+)$/.exec(path)?.[1];
    return source && field !== undefined && isDatabaseField(source.path, field) ? source : [];
  });
}
