import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArtifactData } from '../../src/parsers/artifact.ts';
import { settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { yamlConfigParser } from '../../src/parsers/yaml-configs.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const TEXTS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^vault-.*\.yaml$/.test(path))
  .map((path) => readFileSync(join(FIXTURES, path), 'utf8'))
  .filter((text) => yamlConfigParser.anchor!.test(text));

const parse = (text: string) => yamlConfigParser.parse({ path: 'a.yaml', text }).artifacts;

describe('a configuration in YAML', () => {
  test('has the places of the file, also in a heredoc of it', () => {
    const text = TEXTS.find((one) => one.includes('ConfigMap'))!;
    const [agent, template] = parse(text);
    const { root } = agent!.data as ArtifactData['vault-agent'];
    const setting = settingOf(stanzaOf(root, 'vault'), 'tls_skip_verify')!;
    expect(text.slice(setting.nameRange.start, setting.nameRange.end)).toBe('tls_skip_verify');
    const [secret] = (template!.data as ArtifactData['secret-template']).secrets;
    expect(text.slice(secret!.range.start, secret!.range.end)).toBe('secret/data/app');
  });
  test('is a part and never the whole of a server', () => {
    const [server] = parse(TEXTS.find((one) => one.includes('raft:'))!);
    expect((server!.data as ArtifactData['vault-server']).isWhole).toBe(false);
  });
  test('that is folded or quoted is left out, since nobody can say where its parts stand', () => {
    expect(parse('a: "storage \\"raft\\" {}\\nlistener \\"tcp\\" {}"\n')).toEqual([]);
    expect(parse('a: >\n  storage "raft" {\n  path = "/a" }\n\n  listener "tcp" {}\n')).toEqual([]);
  });
  test('never throws, and points into its text only', () => {
    expect(TEXTS.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(mutated(TEXTS), (text) => {
        expect(strayRanges(parse(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
