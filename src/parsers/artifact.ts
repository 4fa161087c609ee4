import type { ClientCode } from '../model/client-code.ts';
import type { Origin } from '../model/origin.ts';
import type { VaultPolicy } from '../model/policy.ts';
import type { ShellScript } from '../model/shell.ts';
import type { VaultRecording } from '../model/vault-recording.ts';
import type { Compose } from './compose.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { Dockerignore } from './dockerignore.ts';
import type { EnvFile } from './env-file.ts';
import type { FileFacts } from './file-facts.ts';
import type { Gitignore } from './gitignore.ts';
import type { ContainerDocument, ImageDocument } from './image-document.ts';
import type { Kubernetes } from './kubernetes.ts';
import type { SecretTemplate } from './secret-template.ts';
import type { SystemdUnit } from './systemd.ts';
import type { AgentConfig, ServerConfig } from './vault-config.ts';

/** What each kind of artifact holds. A new kind is one line here, and its parser one in `parse.ts`. */
export interface ArtifactData {
  dockerfile: Dockerfile;
  dockerignore: Dockerignore;
  compose: Compose;
  'env-file': EnvFile;
  gitignore: Gitignore;
  /** Manifests of Kubernetes, and configurations of eksctl and k3s. */
  kubernetes: Kubernetes;
  systemd: SystemdUnit;
  /** Of Vault Agent and Vault Proxy. */
  'vault-agent': AgentConfig;
  'vault-server': ServerConfig;
  /** The body of a template that asks Vault for secrets. */
  'secret-template': SecretTemplate;
  /** An image's configuration, history and notable files. */
  image: ImageDocument;
  /** How a container runs. */
  container: ContainerDocument;
  /** A script, a RUN line, a command of a service, a health check. */
  shell: ShellScript;
  /** A program that names a client of Vault. */
  'client-code': ClientCode;
  'vault-policy': VaultPolicy;
  /** Name, size and first bytes of any file, text or not. */
  file: FileFacts;
  /** The commands of a document's code blocks, as one script. */
  document: ShellScript;
  /** What a running Vault answered. */
  vault: VaultRecording;
  /** Everything that was looked at, for what only the whole shows. */
  project: Project;
}

/** A kind of artifact. */
export type ArtifactKind = keyof ArtifactData;

/** One thing that a code rule can look at, parsed. */
export interface Artifact<K extends ArtifactKind = ArtifactKind> {
  kind: K;
  origin: Origin;
  /** The text that every range of `data` points into, in UTF-16 offsets; empty for `file` and `project`. */
  text: string;
  data: ArtifactData[K];
}

/** One artifact of a project, of any kind that its text gives. */
export type ProjectArtifact = {
  [K in ParsedKind]: { kind: K; path: string; data: ArtifactData[K] };
}[ParsedKind];

/** Kinds that a parser makes of a text. */
export type ParsedKind = Exclude<ArtifactKind, 'file' | 'project' | 'vault'>;

/** The whole target; threads send its artifacts to each other, so they hold plain data only. */
export interface Project {
  /** Every regular file that was walked, target-relative, sorted. */
  files: readonly string[];
  /** Files that git tracks below the target; absent where the target is in no work tree. */
  tracked?: readonly string[];
  /** The target itself holds `.git`, whose files are not among `files`. */
  isGitRoot?: boolean;
  /** Of the kinds that the rules need, sorted by path. */
  artifacts: readonly ProjectArtifact[];
}

/** Artifacts of one kind, typed. */
export function artifactsOf<K extends ParsedKind>(project: Project, kind: K): Extract<ProjectArtifact, { kind: K }>[] {
  return project.artifacts.filter((artifact) => artifact.kind === kind) as never;
}

/** What tells whether a parser wants a file, before its text is decoded. */
export interface FileHead {
  /** Target-relative. */
  path: string;
  /** Last part of the path. */
  name: string;
  /** The first 256 bytes as latin1, such as `#!/bin/sh`. */
  head: string;
}

/** Makes artifacts of texts; pure, and never throws for what a text holds. */
export interface ArtifactParser {
  /** What it may give, artifacts embedded in the text included. */
  kinds: readonly ParsedKind[];
  /** Decides by name and first bytes; cheap, since it is asked for every file. */
  wants(file: FileHead): boolean;
  /** Files without any of these (three characters or more, exact case) are not even decoded; for names that many files have. */
  literals?: readonly string[];
  /** A text without it is not parsed. */
  anchor?: RegExp;
  /** Loads what parsing needs; called once before the first text. */
  prepare?(): Promise<void>;
  /** What rules over the project are given, where that is less: it is kept until the end of the run. */
  forProject?(data: unknown): unknown;
  /** Every range points into `text`. Errors are told as coverage notes; what did parse is judged. */
  parse(input: { path: string; text: string }): ParseResult;
}

/** What a text gave. */
export interface ParseResult {
  artifacts: { [K in ParsedKind]: { kind: K; data: ArtifactData[K] } }[ParsedKind][];
  errors: { message: string; line: number }[];
}

/** True for what a parser made. */
export function isProjectArtifact(artifact: Artifact): artifact is Artifact<ParsedKind> {
  return artifact.kind !== 'file' && artifact.kind !== 'project' && artifact.kind !== 'vault';
}
