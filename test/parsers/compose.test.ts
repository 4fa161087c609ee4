import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compose, composeParser, parseCompose } from '../../src/parsers/compose.ts';
import { blocksOf, isDevServer, localConfigs, vaultDependents, vaultPart } from '../../src/parsers/compose-vault.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules/compose');
const TEXTS = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

function compose(text: string): Compose {
  const { compose: parsed, errors } = parseCompose(text);
  expect(errors).toEqual([]);
  return parsed!;
}

describe('extends', () => {
  const file = compose(`
services:
  base:
    image: a:1
    command: [one, two]
    depends_on: [other]
    environment: { A: "1", B: "2" }
    volumes: ["x:/x"]
    restart: always
  app:
    extends: { service: base }
    command: three
    environment: { B: "3" }
    volumes: ["y:/y"]
  far:
    extends: { file: far.yaml, service: base }
    image: b:1
  circle: { extends: circle2, image: c }
  circle2: { extends: circle }
`);
  const app = file.services[1]!;

  test('of the same file gives what the service does not say', () => {
    expect(app.image!.value).toBe('a:1');
    expect(app.restart!.value).toBe('always');
    expect(app.variables.map(({ name, value }) => `${name}=${value}`)).toEqual(['B=3', 'A=1']);
    expect(app.mounts.map(({ source }) => source)).toEqual(['x', 'y']);
  });
  test('joins no commands and inherits no dependencies', () => {
    expect(app.command.map(({ value }) => value)).toEqual(['three']);
    expect(app.dependsOn).toEqual([]);
  });
  test('of another file is marked, and circles end', () => {
    expect(file.services.map(({ isExtending }) => isExtending)).toEqual([false, false, true, true, true]);
  });
});

describe('forms', () => {
  test('mounts', () => {
    const [{ mounts } = { mounts: [] }] = compose(`
services:
  a:
    image: a
    tmpfs: /run:mode=0700
    volumes:
      - data:/data
      - ./conf:/conf:ro,z
      - /anonymous
      - \${HOME:-/root}/x:/x
      - C:\\data:/data2
      - { type: tmpfs, target: /t }
      - { type: bind, source: /var/run/docker.sock, target: /s, read_only: true }
`).services;
    expect(mounts.map(({ type, source, target, isReadOnly }) => [type, source, target, isReadOnly])).toEqual([
      ['volume', 'data', '/data', false],
      ['bind', './conf', '/conf', true],
      ['volume', undefined, '/anonymous', false],
      ['bind', '${HOME:-/root}/x', '/x', false],
      ['bind', 'C:\\data', '/data2', false],
      ['tmpfs', undefined, '/t', false],
      ['bind', '/var/run/docker.sock', '/s', true],
      ['tmpfs', undefined, '/run', false],
    ]);
  });
  test('deploy, scale, networks, secrets and health checks', () => {
    const file = compose(`
services:
  a:
    image: a
    scale: 4
    networks: { one: { aliases: [x] }, two: }
    healthcheck: { disable: true }
  b:
    image: b
    deploy: { replicas: 3, placement: {}, labels: { x: y } }
    secrets: [s, { source: t, target: /u, mode: 0400 }]
    healthcheck: { test: ["NONE"] }
    logging: { driver: json-file, options: { max-size: 1m } }
secrets:
  s: { external: true }
  t: { driver: vault:1 }
networks:
  one: { driver: overlay, driver_opts: { encrypted: "" }, internal: true }
volumes:
  v: { driver_opts: { type: tmpfs } }
`);
    const [a, b] = file.services;
    expect(a!.deploy!.replicas!.value).toBe('4');
    expect(a!.networks.map(({ value }) => value)).toEqual(['one', 'two']);
    expect([a!.healthcheck, b!.healthcheck]).toEqual([[], []]);
    expect(b!.deploy).toMatchObject({ isSwarm: true, hasRestartPolicy: false });
    expect(b!.variables.map(({ section, name }) => [section, name])).toEqual([['labels', 'x']]);
    expect(b!.secrets.map(({ name, mode }) => [name, mode?.value])).toEqual([
      ['s', undefined],
      ['t', '0400'],
    ]);
    expect(b!.logging!.options).toEqual({ 'max-size': '1m' });
    expect(file.isSwarm).toBe(true);
    expect(file.networks[0]).toMatchObject({ isInternal: true, isEncrypted: true });
    expect(file.volumes[0]!.isTmpfs).toBe(true);
    expect(file.secrets.map(({ isExternal, driver }) => [isExternal, driver?.value])).toEqual([
      [true, undefined],
      [false, 'vault:1'],
    ]);
  });
  test.each([
    ['compose.override.yaml', 'services: { a: { image: a } }', true],
    ['compose.yaml', 'include: [b.yaml]\nservices: { a: { image: a } }', true],
    ['compose.yaml', 'services: { a: { image: a }, b: { environment: { C: d } } }', true],
    ['compose.yaml', 'services: { a: { image: a } }', false],
  ])('%s: %s', (path, text, isPartial) => {
    expect(composeParser.parse({ path, text }).artifacts[0]!.data).toMatchObject({ isPartial });
  });
});

describe('Vault', () => {
  const file = compose(`
services:
  server: { image: "hashicorp/vault:1.21", command: server -config=/vault/config }
  dev: { image: "mirror.example/hashicorp/vault:1.21" }
  dev2: { image: "openbao/openbao:2", command: ["server", "-dev"] }
  own: { build: ., environment: [VAULT_DEV_ROOT_TOKEN_ID=root] }
  agent: { image: "vault:1.13", command: ["agent", "-config=/a"] }
  proxy: { image: alpine, entrypoint: [vault, proxy], command: ["-config=/p"] }
  job: { image: "hashicorp/vault:1.21", command: operator init, environment: { VAULT_ADDR: x } }
  client: { image: a, environment: { VAULT_ADDR: x } }
  waits: { image: a, depends_on: [server] }
  none: { image: "hashicorp/vault-k8s:1", environment: { DEFAULT_ADDR: x } }
`);
  test('what a service is to it', () => {
    expect(file.services.map((service) => `${service.name} ${vaultPart(service)}`)).toEqual([
      'server server',
      'dev server',
      'dev2 server',
      'own server',
      'agent agent',
      'proxy agent',
      'job client',
      'client client',
      'waits other',
      'none other',
    ]);
    expect(file.services.filter(isDevServer).map(({ name }) => name)).toEqual(['dev', 'dev2', 'own']);
    expect(vaultDependents(file).map(({ name }) => name)).toEqual(['agent', 'proxy', 'job', 'client', 'waits']);
  });
  test('configurations in the file, with the dollar signs of compose', () => {
    const whole = compose(`
services:
  vault:
    image: hashicorp/vault:1.21
    environment:
      VAULT_LOCAL_CONFIG: '{"listener": [{"tcp": {"tls_disable": "$$x"}}, {"unix": [{"address": "/s"}]}]}'
    configs: [hcl, more]
configs:
  hcl: { content: 'listener "tcp" {}' }
  more: { content: '{"storage": {"raft": {}}}' }
`);
    const configs = localConfigs(whole.services[0]!, whole);
    expect(configs).toHaveLength(2);
    expect(blocksOf(configs[0]!, 'listener')).toEqual([
      { type: 'tcp', fields: { tls_disable: '$x' } },
      { type: 'unix', fields: { address: '/s' } },
    ]);
    expect(blocksOf(configs[1]!, 'storage').map(({ type }) => type)).toEqual(['raft']);
    expect(blocksOf(configs[1]!, 'seal')).toEqual([]);
  });
});

test('any text parses, fast, and every range lies in it', () => {
  expect(TEXTS.length).toBeGreaterThan(60);
  fc.assert(
    fc.property(mutated(TEXTS), (text) => {
      const { compose: parsed } = parseCompose(text);
      expect(strayRanges(parsed, text)).toEqual([]);
      for (const service of parsed?.services ?? []) localConfigs(service, parsed!);
    }),
    { numRuns: 500 },
  );
});
