import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { CONFIDENCES, SEVERITIES } from '../model/severity.ts';
import type { LayerFacts, NotableFile } from './layer-facts.ts';

/** Number of the form below; another one is not read. */
const FORM = 1;

/** The facts of a layer as text: of every part only the fields that are named here, all of them masked. */
export function factsToText(facts: LayerFacts): string {
  const { coverage, whiteouts, opaque, links, paths } = facts;
  return JSON.stringify({
    form: FORM,
    findings: facts.findings.map(findingFields),
    problems: facts.problems.map(({ kind, code, message, path, line }) => ({ kind, code, message, path, line })),
    coverage: { files: coverage.files, bytes: coverage.bytes, binary: coverage.binary },
    notable: facts.notable.map(notableFields),
    whiteouts,
    opaque,
    links: links.map(({ path, target }) => ({ path, target })),
    paths: Buffer.from(paths.buffer, paths.byteOffset, paths.byteLength).toString('base64'),
  });
}

function findingFields(finding: Finding) {
  const { ruleId, title, severity, confidence, message, region, masked, paste, excerpt, fingerprint } = finding;
  const { startLine, startColumn, endLine, endColumn } = region;
  return {
    ruleId,
    title,
    severity,
    confidence,
    message,
    origin: { kind: 'file', path: finding.origin.path },
    region: { startLine, startColumn, endLine, endColumn },
    masked,
    paste,
    excerpt: { startLine: excerpt.startLine, lines: excerpt.lines },
    fingerprint,
  };
}

function notableFields({ path, what, isUnsure, mode, uid, sizeBytes, version }: NotableFile): NotableFile {
  return { path, what, mode, uid, sizeBytes, ...(isUnsure ? { isUnsure } : {}), ...(version ? { version } : {}) };
}

/** The facts that a text holds; nothing where it is not of this form in every part that is used. */
export function factsFromText(text: string): LayerFacts | undefined {
  const data = JSON.parse(text) as Record<string, unknown>;
  const { findings, problems, coverage, notable, whiteouts, opaque, links, paths } = data;
  const isSound =
    data.form === FORM &&
    isList(findings, isFinding) &&
    isList(problems, (item) => isText(item.message) && isText(item.code) && isText(item.kind)) &&
    isList(notable, (item) => isText(item.path) && isText(item.what) && isNumber(item.mode)) &&
    isList(links, (item) => isText(item.path) && isText(item.target)) &&
    isTexts(whiteouts) &&
    isTexts(opaque) &&
    isText(paths) &&
    isRecord(coverage) &&
    [coverage.files, coverage.bytes, coverage.binary].every(isNumber);
  if (!isSound) return undefined;
  const bytes = Buffer.from(paths as string, 'base64');
  return {
    findings: findings as Finding[],
    problems: problems as Problem[],
    coverage: coverage as LayerFacts['coverage'],
    notable: notable as NotableFile[],
    whiteouts: whiteouts as string[],
    opaque: opaque as string[],
    links: links as LayerFacts['links'],
    paths: new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~7))),
  };
}

function isFinding(item: Record<string, unknown>): boolean {
  const { region, excerpt, origin } = item;
  return (
    [item.ruleId, item.title, item.message, item.fingerprint].every(isText) &&
    SEVERITIES.includes(item.severity as never) &&
    CONFIDENCES.includes(item.confidence as never) &&
    isRecord(origin) &&
    isText(origin.path) &&
    isRecord(region) &&
    [region.startLine, region.startColumn, region.endLine, region.endColumn].every(isNumber) &&
    isRecord(excerpt) &&
    isNumber(excerpt.startLine) &&
    isTexts(excerpt.lines)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown, isItem: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && isItem(item));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
