import { type Capability, type PolicyDialect, PROVEN_DIALECT } from './policy.ts';

/** How one version of Vault or OpenBao reads and applies policies. */
export interface DialectFacts {
  capabilities: ReadonlySet<Capability>;
  /** Keys of a rule. */
  keys: ReadonlySet<string>;
  /** An attribute that is set twice is refused. */
  refusesDuplicates: boolean;
  /** Order in which a LIST request looks for a `*` or `+` rule. */
  listOrder: 'without-slash-first' | 'with-slash-first';
  /** Lists and comma-separated strings in a request are compared item by item. */
  comparesItems: boolean;
  /** `+` and `*` that a template brings in are refused instead of matching anything. */
  refusesTemplateWildcards: boolean;
  /** False where no server of this version has answered our questions: what differs comes from documents. */
  isProven: boolean;
}

const KEYS = [
  'comment',
  'policy',
  'capabilities',
  'allowed_parameters',
  'denied_parameters',
  'required_parameters',
  'min_wrapping_ttl',
  'max_wrapping_ttl',
  'mfa_methods',
  'control_group',
];
const BASE: Capability[] = ['create', 'read', 'update', 'delete', 'list', 'sudo', 'deny', 'patch'];

/** What is known of a dialect. */
export function dialectFacts(dialect: PolicyDialect): DialectFacts {
  if (dialect.flavour === 'openbao') {
    return {
      capabilities: new Set([...BASE, 'scan']),
      keys: new Set([...KEYS, 'expiration', 'pagination_limit', 'list_scan_response_keys_filter_path']),
      refusesDuplicates: false,
      listOrder: 'with-slash-first',
      comparesItems: false,
      refusesTemplateWildcards: false,
      isProven: false,
    };
  }
  const { version } = dialect;
  const subscribe: Capability[] = isAtLeast(version, '1.16.0') ? ['subscribe'] : [];
  const recover: Capability[] = isAtLeast(version, '1.20.0') ? ['recover'] : [];
  return {
    capabilities: new Set([...BASE, ...subscribe, ...recover]),
    keys: new Set([...KEYS, ...(isAtLeast(version, '1.16.0') ? ['subscribe_event_types'] : [])]),
    refusesDuplicates: isAtLeast(version, '1.21.0'),
    listOrder: isFixedIn(version, ['1.19.19', '1.20.13', '1.21.8', '2.0.3'])
      ? 'with-slash-first'
      : 'without-slash-first',
    comparesItems: isAtLeast(version, '1.21.0'),
    refusesTemplateWildcards: isFixedIn(version, ['1.19.17', '1.20.11', '1.21.6', '2.0.1']),
    isProven: version === PROVEN_DIALECT.version,
  };
}

/** True when `version` is not older than `other`. */
export function isAtLeast(version: string, other: string): boolean {
  const [a, b] = [numbers(version), numbers(other)];
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i]! > b[i]!;
  return true;
}

/** True for a version that has a fix which came out in several lines of releases. */
function isFixedIn(version: string, releases: readonly string[]): boolean {
  const [major, minor] = numbers(version);
  const sameLine = releases.find((release) => {
    const [otherMajor, otherMinor] = numbers(release);
    return otherMajor === major && otherMinor === minor;
  });
  return isAtLeast(version, sameLine ?? releases.at(-1)!);
}

function numbers(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch];
}
