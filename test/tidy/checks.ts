import { basename, dirname, join, normalize } from 'node:path/posix';

/** A file of the repository: path with `/`, and text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Longest file, in lines. */
export const MOST_FILE_LINES = 300;

/** Longest function, in lines. */
export const MOST_FUNCTION_LINES = 70;

/** Layers of `docs/architecture.md` by folder; a file imports from lower layers and from its own folder only. */
const LAYERS: Record<string, number> = {
  'src/model': 1,
  'src/parsers': 2,
  'src/analysis': 2,
  rules: 3,
  'src/engine': 3,
  'src/clients': 3,
  'src/catalog.ts': 4,
  'src/sources': 4,
  'src/chaos': 4,
  'src/reporters': 4,
  'src/fixes': 4,
  'src/fleet': 4,
  // Commands and the files that join the layers below for them (docs/decisions/0002).
  src: 5,
};

/** The folder (or file) of the table that a path belongs to. */
function placeOf(path: string): string | undefined {
  return Object.keys(LAYERS)
    .filter((place) => path === place || path.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Imports that go up, or sideways to a sibling. */
export function importMistakes({ path, text }: SourceFile): string[] {
  const from = placeOf(path);
  if (from === undefined) return [];
  const mistakes: string[] = [];
  const imports = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;
  for (const [, target] of text.matchAll(imports)) {
    const imported = normalize(join(dirname(path), target!));
    const to = placeOf(imported);
    if (to === undefined) mistakes.push(`${path} imports ${imported}, which is in no layer`);
    else if (from !== to && LAYERS[to]! >= LAYERS[from]!)
      mistakes.push(`${path} (${from}) imports ${imported} (${to})`);
  }
  return mistakes;
}

/** A file that is too long. */
export function lengthMistakes({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > MOST_FILE_LINES ? [`${path} has ${lines} lines`] : [];
}

/**
 * Functions that are too long, measured on formatted code: from a line that opens a function and ends with `{` to the
 * line with the closing brace of the same indent. Callbacks of `describe` are lists of tests, not functions.
 */
export function functionMistakes({ path, text }: SourceFile): string[] {
  const lines = text.split('\n');
  const mistakes: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (!opensFunction(line)) continue;
    const indent = /^ */.exec(line)![0];
    const length = lines.slice(i + 1).findIndex((later) => later.startsWith(`${indent}}`)) + 2;
    if (length > MOST_FUNCTION_LINES) mistakes.push(`${path}:${i + 1}: function of ${length} lines`);
  }
  return mistakes;
}

function opensFunction(line: string): boolean {
  if (!line.endsWith('{') || /^\s*(?:describe\b|class\b|export (?:abstract |default )?class\b)/.test(line))
    return false;
  const isKeyword = /^\s*(?:if|for|while|switch|catch|else|try|do|return \{|\} )/.test(line);
  const isFunction = /\bfunction\b|=>\s*\{$/.test(line);
  const isMethod = /^\s*(?:[\w$*#]+ )*[\w$*#[\].]+(?:<[^>]*>)?\(.*\).*\{$/.test(line) && !/\b(?:=|new)\b/.test(line);
  // The last line of a signature that the formatter broke: `): Type {`.
  const isBrokenSignature = /^\s*\)(?::.*)? \{$/.test(line);
  return isFunction || (!isKeyword && (isMethod || isBrokenSignature));
}

/** Terms of the field that end like a name that says nothing. */
const TERMS_OF_THE_FIELD = new Set(['ComposeService']);

/** Names that say nothing. */
export function nameMistakes({ path, text }: SourceFile): string[] {
  const mistakes: string[] = [];
  if (/(?:^|-)(?:managers?|helpers?|utils?|services?)(?:[-.]|$)/.test(basename(path)))
    mistakes.push(`${path}: its name`);
  if (!/^[a-z0-9.-]+$/.test(basename(path))) mistakes.push(`${path}: not kebab-case`);
  for (const [, name] of text.matchAll(/^(?:export )?(?:default )?(?:abstract )?(?:class|interface|type) (\w+)\b/gm)) {
    if (/(?:Manager|Helper|Util|Utils|Service)$/.test(name!) && !TERMS_OF_THE_FIELD.has(name!))
      mistakes.push(`${path}: ${name}`);
    if (/^I[A-Z][a-z]/.test(name!)) mistakes.push(`${path}: ${name}`);
  }
  return mistakes;
}

/** Exported names without a sentence in front of them. */
export function docstringMistakes({ path, text }: SourceFile): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const [, name] =
      /^export (?:default )?(?:abstract )?(?:async )?(?:class|function\*?|const|let|interface|type|enum) (\w+)/.exec(
        line,
      ) ?? [];
    return name === undefined || lines[i - 1]?.trimEnd().endsWith('*/') ? [] : [`${path}:${i + 1}: ${name}`];
  });
}

/** Use of the process by anything but the commands, what stands beside them, and the clients of other processes. */
export function processMistakes({ path, text }: SourceFile): string[] {
  const place = placeOf(path) ?? '';
  if (LAYERS[place] === 5 || place === 'src/clients') return [];
  const lines = text.split('\n');
  return lines.flatMap((line, i) => (/^[^/*]*\bprocess\.\w/.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : []));
}

/** Hosts of package registries, written so that this file does not name one. */
const REGISTRY_HOSTS = [
  `registry.${'npmjs'}`,
  `registry.${'yarnpkg'}`,
  `npm.${'pkg.github'}`,
  `files.${'pythonhosted'}`,
];

/** Names of package registries' hosts. */
export function registryMistakes({ path, text }: SourceFile): string[] {
  return REGISTRY_HOSTS.filter((host) => text.includes(host)).map((host) => `${path} names ${host.split('.')[1]}`);
}
