import type Dockerode from 'dockerode';
import type { DockerClient } from '../clients/docker.ts';
import type { Evaluator } from '../engine/evaluate.ts';
import { TargetError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import { object, runConfig, string, strings } from '../parsers/image-config.ts';
import { containerDocument } from '../sources/image/image-document.ts';
import type { Judged } from './image-findings.ts';
import { textBlob } from './text-blob.ts';

/** Newest lines of a log that are read. */
const LOG_LINES = 20_000;

/** Judges a container by how it runs, its environment and the newest part of its log. @throws TargetError */
export async function judgeContainer(
  { client, daemon }: { client: DockerClient; daemon: string },
  name: string,
  evaluator: Evaluator,
): Promise<Judged> {
  const isName = /^\/?\w[\w.-]*$/.test(name);
  const inspected = isName ? await client.inspectContainer(name) : undefined;
  if (inspected === undefined) {
    throw new TargetError('container-missing', `there is no container ${name} at ${daemon}`, {
      hint: '`docker ps --all` shows which there are',
    });
  }
  const judged: Judged = { findings: [], problems: [] };
  const add = async (path: string, text: string) => {
    const { findings, problems } = await evaluator.evaluate(textBlob(path, text));
    judged.findings.push(...findings.map((finding) => place(finding, `container:${path}`)));
    judged.problems.push(...problems.map((problem) => ({ ...problem, path: `container:${path}` })));
  };
  await add(name, documentOf(name, inspected));
  const log = await client.containerLog(name, LOG_LINES);
  if (log) await add(`${name}/log`, logText(log, { hasTerminal: inspected.Config.Tty }));
  return judged;
}

function documentOf(name: string, inspected: Dockerode.ContainerInspectInfo): string {
  const host = object(inspected.HostConfig);
  const settings = ['Privileged', 'ReadonlyRootfs', 'NetworkMode', 'PidMode', 'IpcMode', 'UTSMode', 'UsernsMode'];
  return containerDocument({
    name,
    config: runConfig(object(inspected.Config)),
    settings: [
      ...settings.flatMap((key) => (host[key] === undefined ? [] : [`${key}=${host[key]}`])),
      ...strings(host.CapAdd).map((capability) => `CapAdd=${capability}`),
      ...strings(host.SecurityOpt).map((option) => `SecurityOpt=${option}`),
      `AppArmorProfile=${string(object(inspected).AppArmorProfile)}`,
    ],
    mounts: inspected.Mounts.map(({ Source, Destination, RW }) => ({
      source: string(Source),
      target: string(Destination),
      isWritable: RW,
    })),
    ports: Object.entries(publishedPorts(inspected)).flatMap(([port, bindings]) =>
      (Array.isArray(bindings) ? bindings : []).map((binding) => {
        const { HostIp, HostPort } = object(binding);
        const ip = string(HostIp) || '0.0.0.0';
        return `${ip.includes(':') ? `[${ip}]` : ip}:${string(HostPort)}->${port}`;
      }),
    ),
  });
}

/** Ports that are published; of a container that does not run, those that would be. */
function publishedPorts(inspected: Dockerode.ContainerInspectInfo): Record<string, unknown> {
  const running = object(object(inspected.NetworkSettings).Ports);
  return Object.values(running).some(Array.isArray) ? running : object(object(inspected.HostConfig).PortBindings);
}

/** A log without the frames in which a daemon wraps the two streams: eight bytes, of which four are the length. */
function logText(log: Buffer, { hasTerminal }: { hasTerminal: boolean }): string {
  if (hasTerminal) return log.toString('utf8');
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= log.length; ) {
    const length = log.readUInt32BE(at + 4);
    parts.push(log.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return Buffer.concat(parts).toString('utf8');
}

function place(finding: Finding, path: string): Finding {
  const { lineHash: _, ...rest } = finding;
  return { ...rest, origin: { kind: 'container', path } };
}
