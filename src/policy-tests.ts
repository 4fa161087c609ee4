import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import type { Permissions } from './analysis/permissions.ts';
import { decide, type PolicyRequest } from './analysis/policy-request.ts';
import type { Identity } from './analysis/policy-template.ts';
import { UsageError } from './model/errors.ts';
import { CAPABILITIES, type Capability } from './model/policy.ts';
import type { PolicyTestResult } from './reporters/policy-tests.ts';
import { readText } from './sources/policy-files.ts';

/** One row, for one capability. */
export interface PolicyTestCase {
  path: string;
  capability: Capability;
  isExpected: boolean;
  data?: NonNullable<PolicyRequest['data']>;
  wrapSeconds?: number;
}

/** A file of tests. */
export interface PolicyTestTable {
  /** Paths of the policies, usable from the current folder. */
  policies: string[];
  identity?: Identity;
  tests: PolicyTestCase[];
}

const EXPECTED: Readonly<Record<string, boolean>> = {
  allow: true,
  allowed: true,
  true: true,
  deny: false,
  denied: false,
  false: false,
};

/** Reads a file of tests. @throws UsageError that says which row is wrong */
export function readPolicyTests(file: string): PolicyTestTable {
  const fail = (message: string): never => {
    throw new UsageError('bad-test-file', `tests ${file}: ${message}`, {
      hint: '`vaultcheck policy test --help` shows the form',
    });
  };
  let content: unknown;
  try {
    content = load(readText(file, 'tests'));
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error) || error.name !== 'YAMLException') throw error;
    return fail(`no YAML: ${error.message.split('\n')[0]}`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return fail('expected a table with policies and tests');
  const { policies = [], identity, tests, ...rest } = content as Record<string, unknown>;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) fail(`unknown key ${unknown}, expected policies, identity and tests`);
  if (!Array.isArray(policies) || policies.some((name) => typeof name !== 'string'))
    fail('policies is no list of files');
  if (!Array.isArray(tests) || tests.length === 0) return fail('tests is no list, or empty');
  const named = (policies as string[]).map((name) => join(dirname(file), name));
  const cases = tests.flatMap((row, i) => readRow(row, (message) => fail(`row ${i + 1}: ${message}`)));
  return { policies: named, tests: cases, ...(identity ? { identity: identity as Identity } : {}) };
}

function readRow(row: unknown, fail: (message: string) => never): PolicyTestCase[] {
  if (typeof row !== 'object' || row === null) return fail('expected path, capability and expected');
  const { path, capability, expected, data, wrap, ...rest } = row as Record<string, unknown>;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) fail(`unknown key ${unknown}, expected path, capability, expected, data or wrap`);
  if (typeof path !== 'string' || path === '') return fail('path is no text');
  const isExpected = EXPECTED[String(expected)];
  if (isExpected === undefined) return fail(`expected is ${JSON.stringify(expected)}, expected allow or deny`);
  const capabilities = Array.isArray(capability) ? capability : [capability];
  const wrong = capabilities.find((name) => !CAPABILITIES.includes(name) || name === 'deny');
  if (capabilities.length === 0 || wrong !== undefined || capability === undefined)
    fail(
      `unknown capability ${JSON.stringify(wrong)}, expected one of ${CAPABILITIES.filter((name) => name !== 'deny').join(', ')}`,
    );
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data)))
    fail('data is no table');
  if (wrap !== undefined && typeof wrap !== 'number') fail('wrap is no number of seconds');
  return capabilities.map((name) => ({
    path,
    capability: name,
    isExpected,
    ...(data === undefined ? {} : { data: data as NonNullable<PolicyRequest['data']> }),
    ...(wrap === undefined ? {} : { wrapSeconds: wrap as number }),
  }));
}

/** Decides one row. */
export function runPolicyTest(permissions: Permissions, test: PolicyTestCase): PolicyTestResult {
  const { path, capability, isExpected, data, wrapSeconds } = test;
  const isRequest = (data !== undefined || wrapSeconds !== undefined) && capability !== 'sudo' && capability !== 'deny';
  if (!isRequest) {
    const isList = capability === 'list' || capability === 'scan';
    const { capabilities, rule } = permissions.capabilities(isList && !path.endsWith('/') ? `${path}/` : path);
    const isAllowed = capabilities.includes(capability);
    return { path, capability, isExpected, isPassed: isAllowed === isExpected, ...(rule ? { rule } : {}) };
  }
  const request = {
    path,
    operation: capability,
    ...(data ? { data } : {}),
    ...(wrapSeconds === undefined ? {} : { wrapSeconds }),
  };
  const { isAllowed, reason, rule } = decide(permissions, request);
  return {
    path,
    capability,
    isExpected,
    isPassed: isAllowed === isExpected,
    ...(rule ? { rule } : {}),
    ...(reason ? { reason } : {}),
  };
}
