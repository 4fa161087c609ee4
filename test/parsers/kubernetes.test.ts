import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kubernetesParser, parseKubernetes } from '../../src/parsers/kubernetes.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules/kubernetes');
const TEXTS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => readFileSync(join(FIXTURES, path), 'utf8'));

describe('manifests of Kubernetes', () => {
  test('are read object by object, also those of a list', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Secret, metadata: {name: a}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: b}\n';
    const { data, errors } = parseKubernetes(text);
    expect(errors).toEqual([]);
    expect(data.objects.map(({ kind, name }) => [kind, name])).toEqual([
      ['Secret', 'a'],
      ['Deployment', 'b'],
    ]);
    for (const { kind, range } of data.objects) expect(text.slice(range.start, range.end)).toBe(kind);
  });
  test('are told from other YAML', () => {
    expect(parseKubernetes('kind: thing\nname: a\n').data.objects).toEqual([]);
    expect(parseKubernetes('cluster-init: true\n', 'app/config.yaml').data.objects).toEqual([]);
    expect(parseKubernetes('cluster-init: true\n', 'etc/rancher/k3s/config.yaml').data.objects[0]?.kind).toBe(
      'K3sConfig',
    );
  });
  test('that a chart makes give no note', () => {
    const chart = 'apiVersion: v1\nkind: Secret\n---\napiVersion: v1\nkind: {{ .Values.kind }}\n  a: [\n';
    expect(parseKubernetes(chart).errors).toEqual([]);
    expect(parseKubernetes(chart.replace('{{ .Values.kind }}', 'Secret')).errors).toHaveLength(1);
  });
  test('never throw, and point into their text only', () => {
    expect(TEXTS.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(mutated(TEXTS), (text) => {
        expect(strayRanges(kubernetesParser.parse({ path: 'k3s/config.yaml', text }), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
