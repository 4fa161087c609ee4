import { loadCatalog, selectRules, withStopWords } from '../catalog.ts';
import { type Config, severityOf } from '../config.ts';
import type { RuleInputs } from '../engine/code-rules.ts';
import { compare, sortFindings } from '../engine/triage.ts';
import { triageFindings } from '../engine/triage-findings.ts';
import { TargetError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import type { Coverage, Report } from '../model/report.ts';
import type { AnyRule, Detector } from '../model/rule.ts';
import { isOfBase } from '../reporters/place.ts';
import type { IsExcluded } from '../sources/directory.ts';
import type { LayerReader, ReadImages } from '../sources/image/read-archive.ts';
import { Turn } from '../turn.ts';
import { VERSION } from '../version.ts';
import { findBase } from './find-base.ts';
import { type Judged, judgeImage, type TextJudge } from './image-findings.ts';
import { judgeContainer } from './judge-container.ts';
import { cachedReader, LayerCache } from './layer-cache.ts';
import type { LayerFacts } from './layer-facts.ts';
import { FileJudge } from './layer-judge.ts';
import { LayerPool } from './layer-pool.ts';
import { type LayerProgress, LayersHere } from './layer-scan.ts';
import type { LayerWorkerStart } from './layer-worker.ts';
import { type ImageTarget, type TargetOptions, TargetReader } from './read-target.ts';
import { ruleSetHash } from './rule-set.ts';

/** What a scan of images needs to know. */
export interface ImageScanOptions extends TargetOptions {
  targets: readonly ImageTarget[];
  /** Containers to look at, by name or id. */
  containers?: readonly string[];
  /** What the images are built on, where the user says so. */
  base?: ImageTarget | undefined;
  /** The file and line that name the targets, for reports that need a file. */
  anchor?: { path: string; line: number } | undefined;
  only: readonly string[];
  skip: readonly string[];
  config: Config;
  isExcluded: IsExcluded;
  /** Where facts of layers are kept from run to run; nowhere when absent. */
  cacheFolder?: string | undefined;
  /** Rules of the users' own, beside the catalogue. */
  ownRules?: readonly Detector[];
  /** Whether JARs, wheels and other zips are opened. */
  opensArchives?: boolean;
  /** Layers that are read at once. */
  jobs: number;
  /** Where the thread's module is; absent where threads can't be started. */
  workerUrl?: URL;
  onProgress?: (progress: LayerProgress) => void;
}

/** Scans images. @throws TargetError, UsageError, InterruptedError */
export async function scanImages(options: ImageScanOptions): Promise<Report> {
  const { config } = options;
  const ownRules = [...(options.ownRules ?? [])];
  const rules = [...loadCatalog(), ...ownRules];
  config.checkNames(rules);
  const stopWords = config.stopWords.map((word) => word.toLowerCase());
  const catalog = withStopWords(rules, stopWords);
  const selected = selectRules(catalog, options, 'files');
  const inputs: RuleInputs = { options: { registries: config.registries, stopWords }, now: new Date() };
  const generic = new Set(catalog.flatMap((rule) => (rule.type === 'detector' && rule.generic ? [rule.id] : [])));
  const found: Found = {
    names: [],
    judged: { findings: [], problems: [] },
    coverage: { files: 0, bytes: 0, binary: 0, excluded: 0 },
  };
  const judge = await FileJudge.create(catalog, inputs, { opensArchives: options.opensArchives ?? false });
  const { evaluator } = judge;
  const { reader, close } = layerReader(options, { judge, inputs, ownRules });
  try {
    const scan = { targets: new TargetReader(options), reader, texts: { evaluator, generic }, options };
    for (const target of options.targets) await scanTarget(target, scan, found);
    for (const name of options.containers ?? []) {
      const { findings, problems } = await judgeContainer(await scan.targets.docker(), name, evaluator);
      found.names.push(name);
      found.judged.findings.push(...findings);
      found.judged.problems.push(...problems);
    }
  } finally {
    await close();
  }
  return toReport(options, { catalog, selected }, found);
}

/** What all targets gave. */
interface Found {
  names: string[];
  judged: Judged;
  coverage: Coverage;
}

/** What reads layers: in threads where that is allowed, through the cache where there is one. */
function layerReader(
  options: ImageScanOptions,
  { judge, inputs, ownRules }: { judge: FileJudge; inputs: RuleInputs; ownRules: Detector[] },
): { reader: LayerReader<LayerFacts>; close(): Promise<void> } {
  const { opensArchives = false, jobs, workerUrl: url, signal, onProgress = () => {}, cacheFolder } = options;
  const here = new LayersHere(judge, new Turn(signal), onProgress);
  const start: LayerWorkerStart = { role: 'vaultcheck-layer', inputs, ownRules, opensArchives };
  const pool = jobs > 1 && url ? new LayerPool({ here, url, start, jobs, signal, onProgress }) : undefined;
  const close = async () => pool?.close();
  if (cacheFolder === undefined) return { reader: pool ?? here, close };
  const cache = new LayerCache(cacheFolder, ruleSetHash({ options: inputs.options, ownRules, opensArchives }));
  return { reader: cachedReader(pool ?? here, cache), close };
}

/** What stays the same while one target after the other is looked at. */
interface Scan {
  targets: TargetReader;
  reader: LayerReader<LayerFacts>;
  texts: TextJudge;
  options: ImageScanOptions;
}

async function scanTarget(target: ImageTarget, scan: Scan, found: Found): Promise<void> {
  const { targets, texts, options } = scan;
  const { images, layers } = await readOrNote(target, scan, found.judged);
  for (const image of images) {
    found.names.push(image.name);
    const { base, problems } = await findBase(image, targets, {
      named: options.base,
      asksDaemon: target.kind === 'image' && image.signature === undefined,
    });
    const judged = await judgeImage({ image, layers, ...(base ? { base } : {}) }, texts);
    found.judged.findings.push(...judged.findings);
    found.judged.problems.push(...judged.problems, ...problems);
  }
  addCoverage(found.coverage, layers);
}

/** Of several targets, one that can't be read is a problem beside what the others gave. */
async function readOrNote(
  target: ImageTarget,
  { targets, reader, options }: Scan,
  judged: Judged,
): Promise<ReadImages<LayerFacts>> {
  const isOptional = target.kind === 'image' && target.isOptional === true;
  try {
    return await targets.read(target, reader);
  } catch (error) {
    const isOnly = options.targets.length === 1;
    if (!(error instanceof TargetError) || (isOnly && !isOptional)) throw error;
    const { code, message } = error;
    const kind = isOptional && code === 'image-missing' ? 'coverage' : 'unread';
    if (kind === 'unread' && isOnly) throw error;
    judged.problems.push({ kind, code, message, path: target.kind === 'archive' ? target.path : target.name });
    return { images: [], layers: new Map() };
  }
}

function addCoverage(coverage: Coverage, layers: ReadonlyMap<string, LayerFacts>): void {
  for (const facts of layers.values()) {
    for (const key of ['files', 'bytes', 'binary'] as const) coverage[key] += facts.coverage[key];
  }
}

function toReport(
  options: ImageScanOptions,
  { catalog, selected }: { catalog: readonly AnyRule[]; selected: readonly AnyRule[] },
  { names, judged, coverage }: Found,
): Report {
  const ran = new Map(selected.map((rule) => [rule.id, severityOf(rule, options.config.severities)]));
  const findings = judged.findings.filter((finding) => {
    const isLeftOut = finding.origin.kind === 'layer' && options.isExcluded(finding.origin.member, false);
    if (isLeftOut) coverage.excluded++;
    return ran.has(finding.ruleId) && !isLeftOut;
  });
  for (const finding of findings) finding.severity = ran.get(finding.ruleId) ?? finding.severity;
  // Comments in an image's files suppress nothing: whoever wrote them may not be who looks into it.
  const triaged = triageFindings(sortFindings(joinEqual(findings)), {
    suppressions: { inline: [], config: options.config.suppress, known: catalog, ran: selected },
    isThere: () => true,
    ran: (id) => ran.has(id),
  });
  const problems = [...judged.problems, ...triaged.problems];
  return {
    version: VERSION,
    target: {
      kind: options.targets.length === 0 ? 'container' : 'image',
      path: names.join(', '),
      ...(options.anchor ? { anchor: options.anchor } : {}),
    },
    findings: ownFirst(triaged.findings),
    problems: problems.sort((a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message)),
    rules: selected
      .map((rule) => ({ ...rule, severity: ran.get(rule.id) ?? rule.severity }))
      .sort((a, b) => compare(a.id, b.id)),
    coverage,
    triage: triaged.triage,
  };
}

/** A finding in a layer that several images share is one finding that names them all. */
function joinEqual(findings: readonly Finding[]): Finding[] {
  const joined = new Map<string, Finding>();
  for (const finding of findings) {
    const { origin, region, ruleId, message } = finding;
    const key = JSON.stringify([origin.path, ruleId, region, message]);
    const first = joined.get(key)?.origin;
    if (first?.kind === 'layer' && origin.kind === 'layer') first.images.push(...origin.images);
    else joined.set(key, finding);
  }
  return [...joined.values()];
}

/** What the owner of the image can mend stands before what the base image brings. */
function ownFirst(findings: readonly Finding[]): Finding[] {
  return [...findings.filter((finding) => !isOfBase(finding)), ...findings.filter(isOfBase)];
}
