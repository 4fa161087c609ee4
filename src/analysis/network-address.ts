/** Host of `https://host:8200/x`, `host:8200`, `[::1]:8200` or `host`, in lower case and without brackets. */
export function hostOf(address: string): string {
  const authority = address
    .trim()
    .replace(/^[a-z][\w+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^[^@]*@/, '');
  const bracketed = /^\[([^\]]*)\]/.exec(authority);
  if (bracketed) return bracketed[1]!.toLowerCase();
  // More than one colon without brackets is an IPv6 address without a port.
  return (/^[^:]*:[^:]*$/.test(authority) ? authority.replace(/:.*$/, '') : authority).toLowerCase();
}

/** True where the host is this machine or this container. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1';
}

/** True for what a server listens on to be reached at every address. */
export function isEveryAddress(host: string): boolean {
  return host === '' || host === '0.0.0.0' || host === '::' || host === '*';
}

/** Names that no public authority gives a certificate for, and addresses that are not routed. */
const INTERNAL =
  /^[^.:]+$|\.(?:internal|local|localdomain|svc|consul|lan|corp|home|intranet|private|priv|test|localhost)$|\.svc\.|^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^f[cd][\da-f]{2}:|^fe80:/;

/** True where a host is plainly inside: a bare name, an internal domain, a private address. */
export function isInternalHost(host: string): boolean {
  return INTERNAL.test(host);
}

/** True where a value is filled in later: `${X}`, `{{ X }}`, `<X>`, `__X__`, `%X%`, `X_HOST`. */
export function isFilledInLater(value: string): boolean {
  return /\$\{?|\{\{|<|__\w+__|%\w+%|^[A-Z][A-Z0-9_]+(?::\d+)?$|\bYOUR[_-]/.test(value);
}
