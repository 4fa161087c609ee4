import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { FORMATS, REPORTERS } from '../../src/reporters/index.ts';
import { validateReport } from '../schemas.ts';
import { HOSTILE_NAMES, PLAIN, sampleFinding, sampleReport } from './sample.ts';

const LAYER = `sha256:${'ab'.repeat(32)}`;
const HIDER = `sha256:${'cd'.repeat(32)}`;

function reportOf(image: string, member: string): Report {
  const path = `layer:${LAYER}/${member}`;
  const hidden = { layer: HIDER, how: 'deleted' } as const;
  const inLayer = sampleFinding({
    origin: { kind: 'layer', path, images: [image], layer: LAYER, member, hidden, isBase: true },
  });
  const inImage = sampleFinding({ origin: { kind: 'image', path: `image:${image}`, images: [image] } });
  const inLog = sampleFinding({ origin: { kind: 'container', path: `container:${image}/log` } });
  const problem = { kind: 'unread', code: 'odd', message: 'can not be read', path } as const;
  return { ...sampleReport([inLayer, inImage, inLog], [problem]), target: { kind: 'image', path: image } };
}

describe('findings in images', () => {
  const report = reportOf('shop:1', 'etc/app.conf');
  const anchored = { ...report, target: { ...report.target, anchor: { path: 'compose.yaml', line: 7 } } };
  const show = (format: (typeof FORMATS)[number], of = report) =>
    REPORTERS[format](of, { ...PLAIN, repositoryPrefix: 'x/' });

  test('name the layer and the path in every form', () => {
    const shown = (format: string, text: string) =>
      format === 'github' ? decodeURIComponent(text) : text.replaceAll('&#58;', ':');
    for (const format of FORMATS) {
      const text = shown(format, show(format));
      expect(text, format).toContain(`layer:${LAYER}/etc/app.conf`);
      expect(text, format).toContain('image:shop:1');
      expect(text, format).toContain('container:shop:1/log');
    }
  });
  test('as JSON are what the published schema says, with the layer that hides the file', () => {
    const parsed = JSON.parse(show('json'));
    expect(validateReport(parsed), JSON.stringify(validateReport.errors)).toBe(true);
    expect(parsed.findings[0].origin).toEqual({
      kind: 'layer',
      path: `layer:${LAYER}/etc/app.conf`,
      images: ['shop:1'],
      layer: LAYER,
      member: 'etc/app.conf',
      hidden: { layer: HIDER, how: 'deleted' },
      isBase: true,
    });
    expect(parsed.findings[1].origin).toEqual({
      kind: 'image',
      path: 'image:shop:1',
      images: ['shop:1'],
      isBase: false,
    });
    expect(parsed.target).toEqual({ kind: 'image', path: 'shop:1' });
  });
  test('as SARIF stand in the file that names the target, and at no place of a file that is not there', () => {
    const results = (log: string) => (JSON.parse(log) as Log).runs[0]!.results!;
    const [first] = results(show('sarif'));
    expect(first!.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: '.vaultcheck.yml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: `layer:${LAYER}/etc/app.conf`, kind: 'resource' }],
      },
    ]);
    const place = results(show('sarif', anchored))[0]!.locations![0]!.physicalLocation!;
    expect(place).toMatchObject({ artifactLocation: { uri: 'compose.yaml' }, region: { startLine: 7 } });
  });
  test('as annotations stand at the line that names the target, or at none', () => {
    expect(show('github')).not.toContain('file=');
    expect(show('github', anchored)).toContain(
      '::error file=compose.yaml,line=7,title=dockerfile/secret-in-arg::layer:',
    );
  });
});

describe.each(FORMATS)('hostile names of images and members in %s', (format) => {
  test.each(HOSTILE_NAMES)('%j', (name) => {
    const text = REPORTERS[format](reportOf(name, name), { ...PLAIN, verbose: true });
    expect(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.exec(text)).toBeNull();
    const ours = format === 'github' ? /^::(?:error|warning|notice) title=/ : /^$/;
    expect(text.split('\n').filter((line) => /^\s*::/.test(line) && !ours.test(line))).toEqual([]);
    expect(text).not.toContain('##[');
  });
});
