import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArtifactData } from '../../src/parsers/artifact.ts';
import { parseHcl } from '../../src/parsers/hcl.ts';
import {
  isOn,
  labelOf,
  modeOf,
  readStanzas,
  secondsOf,
  settingOf,
  stanzaOf,
  stanzasOf,
  textOf,
} from '../../src/parsers/stanza.ts';
import { readServerConfig, vaultConfigParser } from '../../src/parsers/vault-config.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const TEXTS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:rules\/vault-|templates\/shop).*\.(?:hcl|json)$/.test(path))
  .map((path) => readFileSync(join(FIXTURES, path), 'utf8'));

const stanzas = (text: string) => readStanzas(parseHcl(text).body);
const parse = (text: string, path = 'config.hcl') => {
  if (!vaultConfigParser.anchor!.test(text)) return { kinds: [], data: undefined, errors: [] };
  const { artifacts, errors } = vaultConfigParser.parse({ path, text });
  return { kinds: artifacts.map(({ kind }) => kind), data: artifacts[0]?.data, errors };
};

describe('stanzas', () => {
  test.each([
    ['listener "tcp" { address = "a" }'],
    ['listener { type = "tcp" address = "a" }'],
    ['listener = { tcp = { address = "a" } }'],
    ['{"listener": {"tcp": {"address": "a"}}}'],
    ['{"listener": [{"tcp": {"address": "a"}}]}'],
    ['{"listener": [{"type": "tcp", "address": "a"}]}'],
  ])('%s is one listener', (text) => {
    const listeners = stanzasOf(stanzas(text), 'listener');
    expect(listeners.map((listener) => [labelOf(listener), textOf(listener, 'address')])).toEqual([['tcp', 'a']]);
  });
  test.each([
    [
      'auto_auth {\n method "approle" { config = { role_id_file_path = "/r" } }\n sink "file" { config = { path = "/t" } }\n}',
    ],
    [
      '{"auto_auth": {"method": {"approle": {"config": {"role_id_file_path": "/r"}}}, "sink": {"file": {"config": {"path": "/t"}}}}}',
    ],
    [
      '{"auto_auth": [{"method": [{"type": "approle", "config": {"role_id_file_path": "/r"}}], "sinks": [{"sink": {"type": "file", "config": {"path": "/t"}}}]}]}',
    ],
  ])('%s is one login', (text) => {
    const auth = stanzasOf(stanzas(text), 'auto_auth');
    expect(auth).toHaveLength(1);
    const method = stanzaOf(auth[0], 'method')!;
    expect(labelOf(method)).toBe('approle');
    expect(textOf(stanzaOf(method, 'config'), 'role_id_file_path')).toBe('/r');
    const sink = stanzaOf(auth[0], 'sink') ?? stanzaOf(stanzaOf(auth[0], 'sinks'), 'sink');
    expect(labelOf(sink!)).toBe('file');
    expect(textOf(stanzaOf(sink, 'config'), 'path')).toBe('/t');
  });
  test('of several labels in one JSON object are several', () => {
    const root = stanzas('{"listener": {"tcp": {"address": "a"}, "unix": {"address": "b"}}}');
    expect(stanzasOf(root, 'listener').map(labelOf)).toEqual(['tcp', 'unix']);
  });
  test('have settings with their places', () => {
    const text = 'a {\n  perms = 0640\n  mode = "0600"\n  wait = "1h30m"\n  on = "T"\n  list = ["x", "y"]\n}';
    const stanza = stanzaOf(stanzas(text), 'a');
    expect(modeOf(settingOf(stanza, 'perms'))).toBe(0o640);
    expect(modeOf(settingOf(stanza, 'mode'))).toBe(0o600);
    expect(secondsOf(settingOf(stanza, 'wait'))).toBe(5400);
    expect(isOn(settingOf(stanza, 'on'))).toBe(true);
    for (const name of ['perms', 'mode', 'wait']) {
      const setting = settingOf(stanza, name)!;
      expect(text.slice(setting.range.start, setting.range.end)).toBe(setting.value);
      expect(text.slice(setting.nameRange.start, setting.nameRange.end)).toBe(name);
    }
    const items = settingOf(stanza, 'list')!.items.map(({ value, range }) => [
      value,
      text.slice(range.start, range.end),
    ]);
    expect(items).toEqual([
      ['x', 'x'],
      ['y', 'y'],
    ]);
  });
});

describe('what a file is', () => {
  test.each([
    ['vault-agent', 'auto_auth {\n method "jwt" {}\n}'],
    ['vault-agent', 'vault { address = "a" }\ncache {}\nlistener "tcp" {}'],
    ['vault-agent', 'vault {}\ntemplate_config {}\ntemplate { destination = "/a" }'],
    ['vault-server', 'storage "raft" {}\nlistener "tcp" {}'],
    ['vault-server', '{"backend": {"file": {"path": "/a"}}, "listener": [{"tcp": {"tls_disable": 1}}]}'],
    ['vault-server', 'seal "awskms" {\n kms_key_id = "a"\n}'],
    ['vault-server', 'storage "raft" {}'],
  ])('%s: %s', (kind, text) => {
    expect(parse(text).kinds).toEqual([kind]);
  });
  test.each([
    ['Boundary', 'listener "tcp" {\n purpose = "api"\n}\ncontroller {}\nkms "aead" {}\ndisable_mlock = true'],
    ['Nomad', 'vault {\n enabled = true\n}\nclient {}\ntemplate {}\nlistener "tcp" {}'],
    ['Nomad job', 'job "a" {\n group "b" {\n task "c" {\n template {\n data = "x"\n}\n}\n}\n}'],
    ['Terraform', 'resource "a" "b" {\n listener {}\n storage {}\n}'],
    ['Packer', 'source "docker" "a" {}\nbuild {}\nlistener "tcp" {}\nstorage "file" {}'],
    ['consul-template', 'vault {\n address = "a"\n}\ntemplate {\n source = "b"\n destination = "c"\n}'],
    ['a policy', 'path "storage/*" {\n capabilities = ["read"]\n}'],
    ['another storage', '{"storage": {"type": "local"}, "listener": {"port": 80}}'],
  ])('%s is none of ours', (_name, text) => {
    expect(parse(text).kinds).toEqual([]);
    expect(parse(text).errors).toEqual([]);
  });
  test('a proxy is told from an Agent', () => {
    const text = 'auto_auth {\n method "jwt" {}\n}\ncache {\n cache_static_secrets = true\n}\nlistener "tcp" {}';
    expect((parse(text).data as ArtifactData['vault-agent']).program).toBe('proxy');
  });
  test('is told by the JSON of VAULT_LOCAL_CONFIG as well', () => {
    const { body } = parseHcl('{"storage": {"file": {"path": "/a"}}, "listener": [{"tcp": {"tls_disable": 1}}]}');
    expect(readServerConfig(body)?.isWhole).toBe(true);
  });
});

describe('a broken configuration', () => {
  test('is a note with its line, and what did parse is there', () => {
    const { kinds, errors, data } = parse(
      'storage "raft" {\n  path = "/a"\n}\nlistener "tcp" {\n  tls_disable = 1\n}\n= what\n',
    );
    expect(kinds).toEqual(['vault-server']);
    expect(errors[0]?.line).toBe(7);
    expect(isOn(settingOf(stanzaOf((data as ArtifactData['vault-server']).root, 'listener'), 'tls_disable'))).toBe(
      true,
    );
  });
  test('never throws, and points into its text only', () => {
    expect(TEXTS.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(mutated(TEXTS), (text) => {
        expect(strayRanges(vaultConfigParser.parse({ path: 'config.hcl', text }), text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('templates in an Agent', () => {
  test('are read where they stand in the file', () => {
    const text =
      'auto_auth {\n method "jwt" {}\n}\ntemplate {\n  contents = <<EOT\n{{ with secret "a/data/b" }}{{ .Data.data.c }}{{ end }}\nEOT\n}\n';
    const agent = parse(text).data as ArtifactData['vault-agent'];
    const [secret] = agent.templates[0]!.body!.secrets;
    expect(text.slice(secret!.range.start, secret!.range.end)).toBe('a/data/b');
  });
  test('that are written with escapes are found in their text', () => {
    const text =
      'auto_auth {\n method "jwt" {}\n}\ntemplate {\n  contents = "{{ with secret \\"a/data/b\\" }}{{ end }}"\n}\n';
    const agent = parse(text).data as ArtifactData['vault-agent'];
    const [secret] = agent.templates[0]!.body!.secrets;
    expect(secret!.path).toBe('a/data/b');
    expect(text.slice(secret!.range.start, secret!.range.end)).toContain('a/data/b');
  });
});

describe('a configuration that another program fills in first', () => {
  test('is read past its statements', () => {
    const text = [
      '{% if vault_tls %}',
      'listener "tcp" {',
      '  address     = "{{ address }}:8200"',
      '  tls_disable = {{ off }}',
      '}',
      '{% endif %}',
      'storage "raft" {',
      '  path = {{ path }}',
      '}',
    ].join('\n');
    const { kinds, errors, data } = parse(text, 'vault.hcl.j2');
    expect(errors).toEqual([]);
    expect(kinds).toEqual(['vault-server']);
    const setting = settingOf(stanzaOf((data as ArtifactData['vault-server']).root, 'listener'), 'tls_disable')!;
    expect(setting.value).toBe('< off >');
    expect(text.slice(setting.range.start, setting.range.end)).toBe('{ off }');
  });
  test('has at most three notes', () => {
    expect(parse(`storage "raft" {}\nlistener "tcp" {}\n${'= !\n'.repeat(9)}`).errors).toHaveLength(3);
  });
});
