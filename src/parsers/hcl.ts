import type { HclFile, HclOptions } from './hcl-ast.ts';
import { HclGrammar } from './hcl-grammar.ts';
import { JsonGrammar } from './hcl-json.ts';
import { HclSource } from './hcl-source.ts';

export type {
  HclError,
  HclFile,
  HclItem,
  HclKey,
  HclList,
  HclLiteral,
  HclObject,
  HclOptions,
  HclValue,
} from './hcl-ast.ts';

/** Vault takes a text for JSON when this is its first character; spaces of any alphabet may stand before it. */
const JSON_START = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/;

/**
 * Parses HCL 1 or its JSON form as Vault 1.21 does for policies and configuration. What Vault refuses gives errors, and
 * all that is well-formed is there all the same. Never throws.
 */
export function parseHcl(text: string, options: HclOptions = {}): HclFile {
  const format = options.format ?? 'auto';
  if (format === 'json' || (format === 'auto' && JSON_START.test(text))) return parseHclJson(text, options);
  const source = new HclSource(text, options);
  const body = new HclGrammar(source, options).read();
  return { body, errors: sorted(source), format: 'hcl' };
}

/** Parses the JSON form; nested objects become items with several keys, as Vault reads them. */
export function parseHclJson(text: string, options: HclOptions = {}): HclFile {
  const source = new HclSource(text, options);
  const body = new JsonGrammar(source).read();
  return { body, errors: sorted(source), format: 'json' };
}

function sorted({ errors }: HclSource): HclFile['errors'] {
  return errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
