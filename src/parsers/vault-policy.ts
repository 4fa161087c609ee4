import { type PolicyDialect, type PolicyRule, PROVEN_DIALECT, type VaultPolicy } from '../model/policy.ts';
import { type DialectFacts, dialectFacts } from '../model/policy-dialect.ts';
import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';
import { type HclObject, parseHcl } from './hcl.ts';
import { HclDecoder } from './hcl-decode.ts';
import { PolicyErrors } from './vault-policy-errors.ts';
import { readRule } from './vault-policy-rule.ts';

/** How a policy is read. */
export interface PolicyOptions {
  /** Name that the policy has in Vault. */
  name?: string;
  /** The version to read it for; Vault 1.21.0 unless told. */
  dialect?: PolicyDialect;
  /** Added to every range: where the text begins in the file that it is taken from. */
  base?: number;
  /** Number of the text's first line in that file; 1 unless told. */
  firstLine?: number;
}

/** Bytes of the longest JSON string, as it is written, that Vault's listener takes unless it is configured otherwise. */
const MOST_BYTES = 1024 * 1024;

/** A text that Vault takes for base64 and decodes: nothing but its characters, in whole groups of four. */
const BASE64 = /^(?:[\r\n]*[A-Za-z0-9+/]){2,}[\r\n]*(?:=[\r\n]*){0,2}$/;

/**
 * Reads a policy as Vault does when it is written: what Vault refuses is in `errors`, and the rules that are
 * well-formed are there all the same. Never throws.
 */
export function parseVaultPolicy(text: string, options: PolicyOptions = {}): VaultPolicy {
  const errors = new PolicyErrors(text, options);
  const name = options.name ?? '';
  if (text === '') {
    errors.at('empty policy, expected at least one path "..." { ... }', 0);
    return { name, rules: [], format: 'hcl', errors: errors.list };
  }
  if (text.length > MOST_BYTES / 6 && requestBytes(text) > MOST_BYTES) {
    errors.at(
      `policy longer than ${MOST_BYTES} bytes in a request, which Vault refuses unless its listener is told otherwise`,
      0,
    );
    return { name, rules: [], format: 'hcl', errors: errors.list };
  }
  const decoded = fromBase64(text);
  if (decoded !== undefined) {
    const start = options.base ?? 0;
    return atWhole(readText(decoded, options), { start, end: start + text.length }, options.firstLine ?? 1);
  }
  return readText(text, options);
}

function readText(text: string, options: PolicyOptions): VaultPolicy {
  const facts = dialectFacts(options.dialect ?? PROVEN_DIALECT);
  const errors = new PolicyErrors(text, options);
  const file = parseHcl(text, { ...options, allowDuplicates: !facts.refusesDuplicates });
  errors.addHcl(file.errors);
  const rules = readRules(file.body, facts, errors);
  const sorted = errors.list.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { name: options.name ?? '', rules, format: file.format, errors: sorted };
}

/** Bytes of the text in a request, where quotes and line ends are escaped. */
function requestBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** What Vault makes of a text that is base64; undefined for all others. */
function fromBase64(text: string): string | undefined {
  if (!BASE64.test(text)) return undefined;
  const content = text.replace(/[\r\n]/g, '');
  return content.length % 4 === 0 ? Buffer.from(content, 'base64').toString('utf8') : undefined;
}

/** Moves every place of a policy that was written as base64 to the text as a whole. */
function atWhole(policy: VaultPolicy, range: Range, line: number): VaultPolicy {
  return {
    ...policy,
    rules: policy.rules.map((rule) => ({
      ...rule,
      line,
      range,
      pathRange: range,
      written: rule.written.map(({ value }) => ({ value, range })),
      ...(rule.shorthand ? { shorthand: { value: rule.shorthand.value, range } } : {}),
    })),
    errors: policy.errors.map(({ message }) => ({
      message: `${message} (decoded from base64)`,
      line,
      column: 1,
      range,
    })),
  };
}

function readRules(body: HclObject, facts: DialectFacts, errors: PolicyErrors): PolicyRule[] {
  const decoder = new HclDecoder((message, range) => errors.at(message, range));
  for (const { keys } of body.items) {
    const [key] = keys;
    if (key!.value !== 'path' && key!.value !== 'name')
      errors.at(`unknown key ${key!.value}, expected path or name`, key!.range);
  }
  decoder.fields(body, 'policy', { name: (node) => decoder.string(node, 'name') });
  return body.items
    .filter(({ keys }) => keys[0]!.value === 'path')
    .map((item) => readRule({ ...item, keys: item.keys.slice(1) }, item.keys[0]!.range, { decoder, facts, errors }));
}

/** True for a text that can only be a policy: a `path` block that grants or denies something, or means to. */
export function looksLikePolicy({ rules, errors }: VaultPolicy): boolean {
  const isMeant = rules.length > 0 && errors.some(({ message }) => message.startsWith('unknown key capab'));
  return isMeant || rules.some(({ written, shorthand }) => written.length > 0 || shorthand !== undefined);
}

/** The name that `vault policy write` is usually given for a file. */
export function policyNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?:\.(?:policy|pol|hcl|json|tpl))+$/i, '').toLowerCase();
}

/** Policies that are files of their own. */
export const vaultPolicyParser: ArtifactParser = {
  kinds: ['vault-policy'],
  wants: ({ name }) => /\.(?:hcl|json|policy|pol)$/i.test(name),
  literals: ['capabilit', 'policy'],
  // What every policy has and few other files do; `path` is looked for when it is there.
  anchor: /\bcapabilit(?:y|ies)\b|\bpolicy"?\s*[=:]\s*["<]/,
  parse: ({ path, text }) => {
    if (!text.includes('path')) return { artifacts: [], errors: [] };
    const data = parseVaultPolicy(text, { name: policyNameOf(path) });
    return { artifacts: looksLikePolicy(data) ? [{ kind: 'vault-policy', data }] : [], errors: [] };
  },
};
