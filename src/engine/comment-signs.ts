/** How a comment opens, as the end of what stands before its text, and how it closes; line comments have no close. */
interface Sign {
  /** Matches the sign at the end of the text before. */
  open: RegExp;
  close?: string;
}

const HASH: Sign = { open: /#+!?$/ };
const SLASHES: Sign = { open: /\/\/[/!]*$/ };
const BLOCK: Sign = { open: /\/\*[*!]*$/, close: '*/' };
const DASHES: Sign = { open: /--$/ };
const SEMICOLON: Sign = { open: /;+$/ };
const PERCENT: Sign = { open: /%+$/ };
const MARKUP: Sign = { open: /<!--$/, close: '-->' };
/** The comment of Go templates, in double braces. */
const TEMPLATE: Sign = { open: /\{\{-?\s*\/\*$/, close: '*/' };
/** `{# ... #}` of Jinja and its kin. */
const JINJA: Sign = { open: /\{#-?$/, close: '#}' };
const REM: Sign = { open: /(?<=^|[\s&@])REM$/i };
const COLONS: Sign = { open: /^\s*::$/ };

const C_LIKE = [SLASHES, BLOCK];

/** Signs by the ending of a file's name; a file that is not listed takes all the common ones. */
const SIGNS: readonly [RegExp, readonly Sign[]][] = [
  [/\.(?:json|csv|tsv)$/i, []],
  [/\.(?:md|markdown|html?|xhtml|xml|svg|xsd|xsl|vue|csproj|config)$/i, [MARKUP]],
  [
    /\.(?:jsonc|json5|m?[jt]sx?|c[jt]s|java|kts?|scala|go|rs|c|h|cc|cpp|hpp|cs|swift|dart|groovy|gradle|proto|css|scss|less)$/i,
    C_LIKE,
  ],
  [/\.(?:hcl|tf|tfvars|nomad|php)$/i, [HASH, ...C_LIKE]],
  [/\.(?:sql|lua|hs|elm|ada|adb)$/i, [DASHES, BLOCK]],
  [/\.(?:tex|sty|erl|hrl|m|pro)$/i, [PERCENT]],
  [/\.(?:bat|cmd)$/i, [REM, COLONS]],
  [/\.(?:ini|cfg|inf|reg|lisp|el|clj|asm|s)$/i, [SEMICOLON, HASH]],
  [/\.(?:tpl|tmpl|gotmpl|ctmpl)$/i, [TEMPLATE, HASH, ...C_LIKE, MARKUP, JINJA]],
  [/\.(?:j2|jinja2?)$/i, [JINJA, HASH, ...C_LIKE, MARKUP]],
  [/\.(?:ya?ml)$/i, [HASH, TEMPLATE, JINJA]],
  [
    /\.(?:sh|bash|zsh|ksh|py|rb|pl|toml|env|properties|mk|ps1|r|nix|service|dockerfile|containerfile)$|(?:^|\/)(?:Dockerfile|Containerfile|Makefile|\.env)[^/]*$/i,
    [HASH],
  ],
];

const COMMON: readonly Sign[] = [HASH, ...C_LIKE, DASHES, SEMICOLON, MARKUP, TEMPLATE];

/** Which comments a file of this name can have. */
export function signsOf(path: string): readonly Sign[] {
  return SIGNS.find(([name]) => name.test(path))?.[1] ?? COMMON;
}

/** The comment that `at` in a line is the beginning of: its text without its close, and whether nothing else is there. */
export function commentAt(
  line: string,
  at: number,
  signs: readonly Sign[],
): { text: string; isAlone: boolean } | undefined {
  const before = line.slice(0, at).trimEnd();
  for (const { open, close } of signs) {
    const sign = open.exec(before);
    if (!sign) continue;
    const code = before.slice(0, sign.index);
    if (!/(?:^|[\s;{}(),&@])$/.test(code) || isQuoted(code)) continue;
    const rest = line.slice(at);
    const end = close === undefined ? -1 : rest.indexOf(close);
    const after = end < 0 ? '' : rest.slice(end + close!.length).replace(/^\s*-?\}\}/, '');
    return { text: end < 0 ? rest : rest.slice(0, end), isAlone: (code + after).trim() === '' };
  }
  return undefined;
}

/** True when a quote is open at the end of the text. An apostrophe within a word opens none. */
function isQuoted(text: string): boolean {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\\') i++;
    else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === '`' || (char === "'" && !/\w/.test(text[i - 1] ?? ' '))) quote = char;
  }
  return quote !== '';
}
