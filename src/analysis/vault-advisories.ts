/** A weakness of Vault that was made public. */
export interface Advisory {
  cve: string;
  /** What goes wrong, in a few words. */
  what: string;
  /** First releases without it, one for each line that was mended. */
  fixed: readonly string[];
  isSevere: boolean;
}

/** When the table was last compared with HashiCorp's bulletins. */
export const ADVISORIES_AS_OF = '2026-08';

/** HashiCorp's security bulletins (https://discuss.hashicorp.com/c/security/52) on the server and the program, newest first. */
export const VAULT_ADVISORIES: readonly Advisory[] = [
  {
    cve: 'CVE-2026-5006',
    what: 'a slash in a metadata value leaves the scope of a templated policy (HCSEC-2026-32)',
    fixed: ['2.0.4', '1.21.9', '1.20.14', '1.19.20'],
    isSevere: true,
  },
  {
    cve: 'CVE-2026-12624',
    what: 'a list with a trailing slash gets past a denying glob (HCSEC-2026-26)',
    fixed: ['2.0.3', '1.21.8', '1.20.13', '1.19.19'],
    isSevere: true,
  },
  {
    cve: 'CVE-2026-5051',
    what: 'the path of an audit device gets past the guard of the plugin folder (HCSEC-2026-16)',
    fixed: ['2.0.1', '1.21.6', '1.20.11', '1.19.17'],
    isSevere: true,
  },
  {
    cve: 'CVE-2026-5807',
    what: 'anybody can block root generation and rekeying (HCSEC-2026-08)',
    fixed: ['2.0.0', '1.21.5'],
    isSevere: false,
  },
  {
    cve: 'CVE-2026-3605',
    what: 'a glob in a KV v2 policy lets its holder delete what others keep (HCSEC-2026-05)',
    fixed: ['2.0.0', '1.21.5', '1.20.10', '1.19.16'],
    isSevere: true,
  },
  {
    cve: 'CVE-2026-4525',
    what: 'an auth plugin is given the token of its caller by the Authorization header (HCSEC-2026-07)',
    fixed: ['2.0.0', '1.21.5', '1.20.10', '1.19.16'],
    isSevere: true,
  },
  {
    cve: 'CVE-2026-5052',
    what: 'the ACME server of PKI asks for addresses inside the network (HCSEC-2026-06)',
    fixed: ['2.0.0', '1.21.5', '1.20.10', '1.19.16'],
    isSevere: false,
  },
  {
    cve: 'CVE-2025-6000',
    what: 'whoever may write audit devices runs code on the host (HCSEC-2025-14)',
    fixed: ['1.20.1', '1.19.7', '1.18.12', '1.16.23'],
    isSevere: true,
  },
  {
    cve: 'CVE-2025-6037',
    what: 'a pinned certificate of another name logs in by the cert method (HCSEC-2025-18)',
    fixed: ['1.20.1', '1.19.7', '1.18.12', '1.16.23'],
    isSevere: false,
  },
  {
    cve: 'CVE-2025-5999',
    what: 'whoever may write identities gets the root policy (HCSEC-2025-13)',
    fixed: ['1.20.0', '1.19.6', '1.18.11', '1.16.22'],
    isSevere: true,
  },
  {
    cve: 'CVE-2024-9180',
    what: 'whoever may write identities gets the root policy (HCSEC-2024-21)',
    fixed: ['1.18.0', '1.17.7', '1.16.11', '1.15.16'],
    isSevere: true,
  },
  {
    cve: 'CVE-2024-7594',
    what: 'an SSH role without principals signs for every user (HCSEC-2024-20)',
    fixed: ['1.17.6', '1.16.10', '1.15.15'],
    isSevere: true,
  },
  {
    cve: 'CVE-2024-2048',
    what: 'the cert method takes certificates that only look like the pinned one (HCSEC-2024-05)',
    fixed: ['1.15.5', '1.14.10'],
    isSevere: true,
  },
];

/** Oldest line that still gets fixes, as of that date: 1.19 is kept for longer. */
const OLDEST_MENDED: Parts = [1, 19, 0];

/** True for releases of a line that still gets fixes, and for what is no release. */
export function isMended(version: string): boolean {
  const parts = partsOf(version);
  return parts === undefined || compareParts(parts, OLDEST_MENDED) >= 0;
}

/** The advisories that hold for a release; all lines older than the oldest that was mended are taken as affected. */
export function advisoriesFor(version: string): Advisory[] {
  const parts = partsOf(version);
  return parts === undefined
    ? []
    : VAULT_ADVISORIES.filter(({ fixed }) =>
        isAffected(
          parts,
          fixed.map((fix) => partsOf(fix)!),
        ),
      );
}

type Parts = readonly [major: number, minor: number, patch: number];

function partsOf(version: string): Parts | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

function isAffected(version: Parts, fixed: readonly Parts[]): boolean {
  const ownLine = fixed.find(([major, minor]) => major === version[0] && minor === version[1]);
  if (ownLine) return version[2] < ownLine[2];
  const newest = fixed.reduce((best, fix) => (compareParts(fix, best) > 0 ? fix : best));
  return compareParts(version, newest) < 0;
}

function compareParts(a: Parts, b: Parts): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
