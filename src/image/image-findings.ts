import type { Evaluator } from '../engine/evaluate.ts';
import { LineHashes } from '../engine/line-hash.ts';
import type { Finding } from '../model/finding.ts';
import type { LayerOrigin, Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import { parseImageReference } from '../parsers/image-reference.ts';
import type { ImageDescription } from '../sources/image/describe.ts';
import { type DocumentFile, imageDocument } from '../sources/image/image-document.ts';
import type { LayerFacts } from './layer-facts.ts';
import { Overlay } from './overlay.ts';
import { textBlob } from './text-blob.ts';

/** What is known of the image that another one is built on. */
export interface BaseImage {
  /** As a report may name it. */
  name: string;
  /** Lowest layers of the image that belong to it. */
  layers: number;
  /** Its own description, where it could be had. */
  description?: ImageDescription;
}

/** All that one image gave. */
export interface ImageInput {
  image: ImageDescription;
  layers: ReadonlyMap<string, LayerFacts>;
  base?: BaseImage;
}

/** Findings and problems with their places. */
export interface Judged {
  findings: Finding[];
  problems: Problem[];
}

/** What judges documents and attestations. */
export interface TextJudge {
  evaluator: Evaluator;
  /** Ids of detectors that judge a value by its name only. */
  generic: ReadonlySet<string>;
}

/** Judges an image by its configuration, history and layers. */
export async function judgeImage(input: ImageInput, judge: TextJudge): Promise<Judged> {
  const { image, layers } = input;
  const facts = image.layers.map(({ diffId }) => layers.get(diffId));
  const placer = new Placer(input, facts);
  const judged: Judged = { findings: [], problems: [] };
  for (const [i, layer] of facts.entries()) {
    if (layer === undefined) {
      judged.problems.push(missingLayer(image, i));
      continue;
    }
    judged.findings.push(...layer.findings.map((finding) => placer.inLayer(finding, i, finding.origin.path)));
    judged.problems.push(
      ...layer.problems.map((problem) => ({ ...problem, path: placer.pathOf(i, problem.path ?? '') })),
    );
  }
  await judgeDocument(input, facts, { judge, placer, judged });
  for (const { predicateType, text } of image.attestations) {
    const part = /provenance/i.test(predicateType) ? 'provenance' : 'attestation';
    const { findings, problems } = await judge.evaluator.evaluate(
      textBlob(`${repositoryOf(image.name)}/${part}`, text),
    );
    judged.findings.push(...findings.map((finding) => placer.inImage(finding, `/${part}`)));
    judged.problems.push(...problems);
  }
  return judged;
}

async function judgeDocument(
  input: ImageInput,
  facts: readonly (LayerFacts | undefined)[],
  { judge, placer, judged }: { judge: TextJudge; placer: Placer; judged: Judged },
): Promise<void> {
  const { image, base } = input;
  const notable = facts.flatMap((layer, i) => (layer?.notable ?? []).map((file) => ({ file, layer: i })));
  const files = notable.map(({ file, layer }): DocumentFile => ({ ...file, layer: image.layers[layer]!.diffId }));
  const text = documentOf(input, files);
  const { findings, problems } = await judge.evaluator.evaluate(textBlob(repositoryOf(image.name), text));
  judged.problems.push(...problems);
  const lines = text.split('\n');
  const firstFile = lines.findIndex((line) => line.startsWith('  "files": [')) + 2;
  const baseLines = new Set(
    base?.description
      ? documentOf({ ...input, image: base.description }, [])
          .split('\n')
          .map(bare)
      : [],
  );
  const named = new Set(
    findings.filter(({ ruleId }) => ruleId.startsWith('image/secret-')).map(({ region }) => region.startLine),
  );
  const inEnv = image.config.env.map((entry) => JSON.stringify(`ENV ${entry}`).slice(1, -1));
  for (const finding of findings) {
    const { startLine } = finding.region;
    const found = notable[startLine - firstFile];
    if (found) judged.findings.push(placer.ofFile(finding, found.layer, found.file.path));
    // A rule over images that names the variable says more than a detector that judges by the name alone, and a
    // variable that is still set is told once.
    else if (
      !(
        judge.generic.has(finding.ruleId) &&
        (named.has(startLine) || inEnv.some((entry) => lines[startLine - 1]!.includes(entry)))
      )
    )
      judged.findings.push(placer.inImage(finding, '', baseLines.has(bare(lines[startLine - 1]!))));
  }
}

function bare(line: string): string {
  return line.trim().replace(/,$/, '');
}

function documentOf({ image, base }: ImageInput, files: readonly DocumentFile[]): string {
  return imageDocument({
    name: image.name,
    config: image.config,
    history: image.config.history.map(({ createdBy }) => createdBy),
    attestations: image.attestations.map(({ predicateType }) => predicateType),
    files,
    ...(base ? { base: base.name } : {}),
    ...(image.signature ? { signature: image.signature } : {}),
  });
}

/** An image's name without tag and digest: fingerprints stay the same from one release to the next. */
function repositoryOf(name: string): string {
  return parseImageReference(name).name;
}

function missingLayer(image: ImageDescription, layer: number): Problem {
  return {
    kind: 'coverage',
    code: 'foreign-layer',
    message: 'foreign layer, which is kept elsewhere and not in the image',
    path: `layer:${image.layers[layer]!.diffId}`,
  };
}

/** Gives findings their place in an image; fingerprints were made of the paths inside it and stay. */
class Placer {
  readonly #input: ImageInput;
  readonly #overlay: Overlay;

  constructor(input: ImageInput, facts: readonly (LayerFacts | undefined)[]) {
    this.#input = input;
    this.#overlay = new Overlay(facts);
  }

  pathOf(layer: number, member: string): string {
    return `layer:${this.#input.image.layers[layer]!.diffId}/${member}`;
  }

  /** A finding in a file of a layer. */
  inLayer(finding: Finding, layer: number, member: string): Finding {
    const origin = this.#layerOrigin(layer, member);
    const message = `${finding.message}${this.#hiddenWords(origin, layer)}${this.#baseWords(origin)}`;
    return place(finding, origin, message);
  }

  /** A finding about a file, made from its line in the image's document. */
  ofFile(finding: Finding, layer: number, member: string): Finding {
    const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    return this.inLayer({ ...finding, region, excerpt: { startLine: 1, lines: [] } }, layer, member);
  }

  /** A finding in the configuration, the history or an attestation. */
  inImage(finding: Finding, part: string, isBase = false): Finding {
    const { name } = this.#input.image;
    const origin: Origin = {
      kind: 'image',
      path: `image:${name}${part}`,
      images: [name],
      ...(isBase ? { isBase } : {}),
    };
    return place(finding, origin, `${finding.message}${this.#baseWords(origin)}`);
  }

  #layerOrigin(layer: number, member: string): LayerOrigin {
    const { image, base } = this.#input;
    // What is in an archive is hidden with the archive.
    const hiding = this.#overlay.hiding(layer, member.replace(/!\/.*$/s, ''));
    return {
      kind: 'layer',
      path: this.pathOf(layer, member),
      images: [image.name],
      layer: image.layers[layer]!.diffId,
      member,
      ...(hiding ? { hidden: { layer: image.layers[hiding.by]!.diffId, how: hiding.how } } : {}),
      ...(base && layer < base.layers ? { isBase: true } : {}),
    };
  }

  /** `, in a file that layer 2 (...) added and layer 3 (...) deleted`; the image still holds it. */
  #hiddenWords({ hidden }: LayerOrigin, layer: number): string {
    const { layers } = this.#input.image;
    if (hidden === undefined) return '';
    const by = layers.findIndex(({ diffId }, i) => i > layer && diffId === hidden.layer);
    return `, in a file that ${this.#layerWords(layer)} added and ${this.#layerWords(by)} ${hidden.how}: the image still holds it`;
  }

  #baseWords({ isBase }: { isBase?: boolean }): string {
    return isBase ? `, from the base image ${this.#input.base!.name}` : '';
  }

  #layerWords(layer: number): string {
    return `layer ${layer + 1} (${this.#input.image.layers[layer]!.diffId.slice(0, 19)})`;
  }
}

function place(finding: Finding, origin: Origin, message: string): Finding {
  const { lineHash: _, ...rest } = finding;
  // GitHub's hash is one of the line itself, which here nobody sees: it is made of the masked line instead.
  const line = finding.excerpt.lines[finding.region.startLine - finding.excerpt.startLine] ?? '';
  const lineHash = new LineHashes(`${finding.ruleId} ${line}`).of(1);
  return { ...rest, origin, message, ...(lineHash === undefined ? {} : { lineHash }) };
}
