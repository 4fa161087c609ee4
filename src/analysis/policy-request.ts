import type { Capability, ParameterValue } from '../model/policy.ts';
import type { MergedRule, Permissions } from './permissions.ts';
import { isAllowedValue, isDeniedValue } from './policy-parameters.ts';
import { needsSudo } from './root-paths.ts';

/** What a client asks for. `renew`, `revoke` and `rollback` count as `update`. */
export interface PolicyRequest {
  path: string;
  operation: Exclude<Capability, 'deny' | 'sudo'>;
  /** Parameters of the body or the query. */
  data?: Record<string, ParameterValue>;
  /** Seconds for which the answer is to be wrapped; absent where it is not. */
  wrapSeconds?: number;
}

/** Whether a request goes through, and why not. */
export interface Decision {
  isAllowed: boolean;
  /** Lower case, no full stop; absent where it is allowed. */
  reason?: string;
  rule?: MergedRule;
}

/** Operations whose parameters are checked. */
const WITH_PARAMETERS = new Set(['read', 'update', 'create', 'patch', 'recover']);

/** Decides a request as Vault's access control list does; whether the path exists is not known here. */
export function decide(permissions: Permissions, request: PolicyRequest): Decision {
  const isList = request.operation === 'list' || request.operation === 'scan';
  // Vault's HTTP interface puts a slash behind every path that is listed.
  const path = isList && !request.path.endsWith('/') ? `${request.path}/` : request.path;
  const rule = permissions.broken.length > 0 ? undefined : permissions.find(path, isList);
  if (!rule) return { isAllowed: false, reason: 'no rule matches the path' };
  const reason = reasonAgainst(rule, request, permissions.facts.comparesItems);
  if (reason) return { isAllowed: false, reason, rule };
  if (needsSudo(path) && !rule.capabilities.has('sudo'))
    return { isAllowed: false, reason: 'the path needs sudo too', rule };
  return { isAllowed: true, rule };
}

function reasonAgainst(rule: MergedRule, request: PolicyRequest, comparesItems: boolean): string | undefined {
  const { operation } = request;
  if (rule.capabilities.has('deny')) return 'the rule denies';
  if (!rule.capabilities.has(operation)) return `the rule does not grant ${operation}`;
  const { minWrappingSeconds: least = 0, maxWrappingSeconds: most = 0 } = rule;
  const wrap = request.wrapSeconds;
  if (most > 0 && (wrap === undefined || wrap > most))
    return `the answer has to be wrapped for ${most} seconds at most`;
  if (least > 0 && (wrap === undefined || wrap < least))
    return `the answer has to be wrapped for ${least} seconds at least`;
  if (least > 0 && most > 0 && most < least)
    return 'the merged rules ask for less and for more wrapping than each other';
  return WITH_PARAMETERS.has(operation) ? parameterReason(rule, request.data ?? {}, comparesItems) : undefined;
}

function parameterReason(
  rule: MergedRule,
  data: Record<string, ParameterValue>,
  comparesItems: boolean,
): string | undefined {
  const missing = rule.requiredParameters?.find((name) => !Object.hasOwn(data, name.toLowerCase()));
  if (missing !== undefined) return `the parameter ${missing} is required`;
  const entries = Object.entries(data);
  if (entries.length === 0) return undefined;
  const denied = rule.deniedParameters ?? {};
  if (Object.hasOwn(denied, '*')) return 'every parameter is denied';
  for (const [name, value] of entries) {
    const list = Object.hasOwn(denied, name.toLowerCase()) ? denied[name.toLowerCase()] : undefined;
    if (list && isDeniedValue(value, list, comparesItems)) return `the parameter ${name} is denied with this value`;
  }
  const allowed = rule.allowedParameters ?? {};
  const names = Object.keys(allowed);
  const isAnyAllowed = Object.hasOwn(allowed, '*');
  if (names.length === 0 || (names.length === 1 && isAnyAllowed)) return undefined;
  for (const [name, value] of entries) {
    const list = Object.hasOwn(allowed, name.toLowerCase()) ? allowed[name.toLowerCase()] : undefined;
    if (!list && !isAnyAllowed) return `the parameter ${name} is not allowed`;
    if (list && !isAllowedValue(value, list, comparesItems))
      return `the parameter ${name} is not allowed with this value`;
  }
  return undefined;
}
