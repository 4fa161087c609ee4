import type { Range } from './region.ts';

/** What a rule of a policy may grant; `deny` takes everything away. `scan` is OpenBao's. */
export const CAPABILITIES = [
  'create',
  'delete',
  'deny',
  'list',
  'patch',
  'read',
  'recover',
  'scan',
  'subscribe',
  'sudo',
  'update',
] as const;

/** One capability. */
export type Capability = (typeof CAPABILITIES)[number];

/** A value that `allowed_parameters` or `denied_parameters` names; compared with what a request holds. */
export type ParameterValue = string | number | boolean | null | ParameterValue[] | { [key: string]: ParameterValue };

/** Parameter names in lower case, and the values that the rule names; no value means any. */
export type ParameterValues = Record<string, ParameterValue[]>;

/** A stretch of a rule's path: fixed text, or what stands between `{{` and `}}`. */
export type PathPart = { text: string } | { expression: string };

/** One `path` of a policy. */
export interface PolicyRule {
  /** As it is written. */
  path: string;
  /** Given where the path holds templates. */
  template?: PathPart[];
  /** What it comes to; `deny` stands alone. */
  capabilities: Capability[];
  /** The capabilities as they are written, each with its place. */
  written: { value: string; range: Range }[];
  /** Value of the old `policy = "write"`. */
  shorthand?: { value: string; range: Range };
  allowedParameters?: ParameterValues;
  deniedParameters?: ParameterValues;
  requiredParameters?: string[];
  minWrappingSeconds?: number;
  maxWrappingSeconds?: number;
  mfaMethods?: string[];
  hasControlGroup?: boolean;
  subscribeEventTypes?: string[];
  /** OpenBao: the rule ends at this time. */
  expiration?: string;
  /** Line of the path, from 1. */
  line: number;
  /** The whole rule. */
  range: Range;
  /** The path in its quotes. */
  pathRange: Range;
}

/** A policy as a file, a script or an API gives it. */
export interface VaultPolicy {
  /** Name that the policy is written under, where it is known: from `vault policy write NAME` or the file's name. */
  name: string;
  rules: PolicyRule[];
  format: 'hcl' | 'json';
  /** Why Vault would not take the text; empty where it does. */
  errors: PolicyError[];
}

/** What Vault would refuse. */
export interface PolicyError {
  /** What is wrong and what was expected; lower case, no full stop. */
  message: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** Where it is, in the text that the policy stands in. */
  range: Range;
}

/** What a policy is read for. */
export interface PolicyDialect {
  flavour: 'vault' | 'openbao';
  /** `1.21.0`; versions are compared number by number. */
  version: string;
}

/** The version that every answer is checked against. */
export const PROVEN_DIALECT: PolicyDialect = { flavour: 'vault', version: '1.21.0' };
