import { posix } from 'node:path';
import { artifactsOf, type Project, type ProjectArtifact } from './artifact.ts';
import type { ComposeService } from './compose.ts';
import type { SecretTemplate } from './secret-template.ts';
import { textOf } from './stanza.ts';
import type { AgentConfig, AgentTemplate } from './vault-config.ts';

/** A template of an Agent with its body, wherever that lies. */
export interface ResolvedTemplate {
  template: AgentTemplate;
  /** File that the ranges of `body` point into. */
  path: string;
  body: SecretTemplate;
}

/** The bodies of an Agent's templates: in the configuration, or in the file of this project that `source` most likely is. */
export function resolveTemplates(project: Project, agent: { path: string; data: AgentConfig }): ResolvedTemplate[] {
  const bodies = artifactsOf(project, 'secret-template').filter(({ path }) => path !== agent.path);
  return [...agent.data.templates, ...agent.data.envTemplates].flatMap((template) => {
    if (template.body) return { template, path: agent.path, body: template.body };
    const source = textOf(template.stanza, 'source');
    const file = source === undefined ? undefined : nearestFile(source, agent.path, bodies);
    return file ? { template, path: file.path, body: file.data } : [];
  });
}

/** The file with the longest equal end of its path; of several the one that lies next to the Agent's configuration. */
function nearestFile<A extends ProjectArtifact>(source: string, from: string, files: readonly A[]): A | undefined {
  const wanted = posix.normalize(source).split('/').reverse();
  const rank = (path: string) => {
    const parts = path.split('/').reverse();
    const equal = wanted.findIndex((part, i) => part !== parts[i]);
    return (equal === -1 ? wanted.length : equal) * 1000 - posix.relative(posix.dirname(from), path).split('/').length;
  };
  const candidates = files.filter(({ path }) => posix.basename(path) === wanted[0]);
  return candidates.sort((a, b) => rank(b.path) - rank(a.path))[0];
}

/** Services into which a file of the project is mounted, and where compose says so. */
export function servicesWithFile(
  project: Project,
  file: string,
): { path: string; service: ComposeService; compose: Extract<ProjectArtifact, { kind: 'compose' }>['data'] }[] {
  return artifactsOf(project, 'compose').flatMap(({ path, data }) =>
    data.services
      .filter((service) =>
        service.mounts.some(({ type, source }) => {
          if (type !== 'bind' || source === undefined || source.startsWith('/')) return false;
          const resolved = posix.join(posix.dirname(path), source);
          return file === resolved || file.startsWith(`${resolved}/`);
        }),
      )
      .map((service) => ({ path, service, compose: data })),
  );
}
