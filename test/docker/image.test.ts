import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { composeImages } from '../../src/image/compose-images.ts';
import { scanImages } from '../../src/image/scan-images.ts';
import type { Report } from '../../src/model/report.ts';
import { SCAN } from '../image/make-image.ts';
import { buildImage, docker, hasImage, TEST_LABEL } from './setup/docker.ts';
import { busyboxBinary, ensureBusybox } from './setup/images.ts';
import { startRegistry } from './setup/registry.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'docker-image');
const PASSWORD = expandFakes('{{fake 18}}', 'docker-image-password');
const NPM = expandFakes('{{fake 20}}', 'docker-image-npm');
const NAME = 'vaultcheck-test/secrets:1';

/** A file on this machine with a text. */
function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'vaultcheck-context-')), 'file');
  writeFileSync(path, text);
  return path;
}

const scan = (options: object) => scanImages({ ...SCAN, env: process.env, ...options });
const facts = ({ findings }: Report) =>
  findings.map(({ ruleId, origin }) => `${ruleId} ${origin.kind === 'layer' ? origin.member : origin.kind}`);

beforeAll(() => {
  const dockerfile = `FROM ${ensureBusybox()}
ARG NPM_TOKEN=${NPM}
ENV DB_PASSWORD=${PASSWORD} VAULT_ADDR=http://vault:8200
COPY build.env /app/build.env
RUN rm /app/build.env && ln -s /bin/sh /app/shell
COPY entrypoint.sh /entrypoint.sh
COPY busybox /usr/bin/vault
RUN chmod 4755 /usr/bin/vault
LABEL com.example.api-token=${NPM}
ENTRYPOINT ["/entrypoint.sh"]
`;
  buildImage(NAME, dockerfile, {
    'build.env': fileWith(`VAULT_TOKEN=${TOKEN}\n`),
    'entrypoint.sh': fileWith(`#!/bin/sh\nset -x\nvault login ${TOKEN}\nexec "$@"\n`),
    busybox: busyboxBinary(),
  });
});

describe('an image that Docker built', () => {
  let report: Report;
  beforeAll(async () => {
    report = await scan({ targets: [{ kind: 'image', name: NAME }] });
  });

  test('is found out in its configuration, history, layers and files', () => {
    expect(report.problems).toEqual([]);
    expect(facts(report)).toEqual(
      expect.arrayContaining([
        'image/secret-in-env image',
        'image/secret-in-history image',
        'image/secret-in-label image',
        'image/vault-address-http image',
        'image/setuid-vault usr/bin/vault',
        'image/vault-cli usr/bin/vault',
        'secrets/vault-service-token app/build.env',
        'secrets/vault-service-token entrypoint.sh',
      ]),
    );
    for (const value of [TOKEN, PASSWORD, NPM]) expect(JSON.stringify(report)).not.toContain(value);
  });
  test('names the file that a later step deleted, and both layers', () => {
    const { message } = report.findings.find(
      ({ origin }) => origin.kind === 'layer' && origin.member === 'app/build.env',
    )!;
    expect(message).toMatch(
      /in a file that layer \d+ \(sha256:[0-9a-f]{12}\) added and layer \d+ \(.*\) deleted: the image still holds it/,
    );
  });
  test('gives the same as its archive', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vaultcheck-save-')), 'image.tar');
    docker(['save', NAME, '-o', path]);
    const saved = await scan({ targets: [{ kind: 'archive', path }] });
    const withoutBase = (of: Report) =>
      of.findings
        .map(({ ruleId, region, masked }) => ({ ruleId, region, masked }))
        .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    expect(withoutBase(saved)).toEqual(withoutBase(report));
  });
  test('is found by a compose file, which builds and starts nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-compose-'));
    const file = join(folder, 'compose.yaml');
    writeFileSync(
      file,
      `services:\n  web:\n    image: \${IMAGE:-${NAME}}\n  gone:\n    image: vaultcheck-test/gone:1\n  built:\n    build: .\n`,
    );
    const found = composeImages(file, {});
    expect(found.map(({ target, line }) => [target.name.replace(/^.*(?=-built$)/, '*'), line])).toEqual([
      [NAME, 3],
      ['vaultcheck-test/gone:1', 5],
      ['*-built', 6],
    ]);
    const compose = await scan({ targets: found.map(({ target }) => target) });
    expect(facts(compose)).toEqual(facts(report));
    expect(compose.problems.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'coverage image-missing',
      'coverage image-missing',
    ]);
    for (const { target } of found.slice(1)) expect(hasImage(target.name)).toBe(false);
  });
});

describe("Debian's registry", () => {
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry?.stop());

  test('gives the same image without the daemon', async () => {
    const name = `${registry.host}/team/secrets:1`;
    docker(['tag', NAME, name]);
    docker(['push', '-q', name]);
    docker(['rmi', name]);
    const env = { ...process.env, DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    const pulled = await scan({ targets: [{ kind: 'image', name }], pull: true, env, skip: ['image/signature'] });
    const local = await scan({ targets: [{ kind: 'image', name: NAME }] });
    expect(new Set(facts(pulled))).toEqual(new Set(facts(local)));
    await expect(
      scan({ targets: [{ kind: 'image', name: `${registry.host}/team/gone:1` }], pull: true, env }),
    ).rejects.toThrow(/has no such image/);
  });
});

describe('a container', () => {
  test('is looked at while it runs: environment, mounts, ports, walls and log', async () => {
    const id = docker([
      ...['run', '-d', '--label', TEST_LABEL, '--security-opt', 'seccomp=unconfined', '-p', '0.0.0.0::8200'],
      ...['-v', '/var/run/docker.sock:/var/run/docker.sock', '-e', `API_TOKEN=${NPM}`, ensureBusybox()],
      ...['sh', '-c', `echo "token is ${TOKEN}"; sleep 300`],
    ]).trim();
    try {
      await expect.poll(() => docker(['logs', id]), { timeout: 30_000 }).toContain('token is');
      const report = await scan({ targets: [], containers: [id] });
      expect(report.target).toEqual({ kind: 'container', path: id });
      expect(facts(report)).toEqual(
        expect.arrayContaining([
          'image/secret-in-env container',
          'image/container-docker-socket container',
          'image/container-security-profile-off container',
          'image/container-writable-root container',
          'image/container-vault-port-published container',
          'secrets/vault-service-token container',
        ]),
      );
      expect(report.findings.map(({ origin }) => origin.path)).toContain(`container:${id}/log`);
      expect(JSON.stringify(report)).not.toContain(TOKEN);
      await expect(scan({ targets: [], containers: ['vaultcheck-nothing'] })).rejects.toThrow(/there is no container/);
    } finally {
      docker(['rm', '-f', id]);
    }
  });
});
