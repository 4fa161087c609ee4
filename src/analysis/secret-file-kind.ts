/** A kind of file that holds secrets by its name, and the line of a `.gitignore` that keeps it out. */
export interface SecretFileKind {
  /** With its article: `an environment file`. */
  name: string;
  pattern: RegExp;
  /** What to write into `.gitignore`. */
  ignore: string;
}

/** Matched against a path in lower case; the first one that fits. */
const KINDS: readonly SecretFileKind[] = [
  {
    name: "the output of Vault's init",
    pattern:
      /(?:^|\/)(?:(?:vault|cluster|unseal)[-_.]?(?:init|keys?|unseal)[\w.-]*\.(?:json|txt)|init\.(?:txt|json)|unseal[-_.]?keys?(?:\.\w+)?)$/,
    ignore: '*-keys.json',
  },
  { name: "a token of Vault's command line", pattern: /(?:^|\/)\.vault-token$/, ignore: '.vault-token' },
  {
    name: 'a RoleID or SecretID',
    pattern: /(?:^|\/)(?:[\w.-]+[-_])?(?:role|secret)[-_]id(?:\.txt)?$/,
    ignore: '*secret-id',
  },
  {
    name: "a snapshot of Vault's storage",
    pattern: /(?:^|\/)[\w.-]*(?:vault|raft|backup)[\w.-]*\.snap$/,
    ignore: '*.snap',
  },
  {
    name: "Vault's storage itself",
    pattern: /(?:^|\/)(?:vault\.db|raft\/raft\.db)$/,
    ignore: 'vault.db',
  },
  { name: 'the state of Terraform', pattern: /\.tfstate(?:\.backup)?$/, ignore: '*.tfstate*' },
  {
    name: 'a private key',
    pattern:
      /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[\w.-]*(?:key|privkey|private)\.pem|(?:[\w-]*[-_.])?(?:private|priv|privkey|server|client|tls|ssl|ca|root|vault|localhost|domain|host|node|api|wildcard)(?:[-_.]\w+)?\.key)$/,
    ignore: '*.key',
  },
  { name: 'a key store', pattern: /\.(?:p12|pfx|jks|keystore|kdbx)$/, ignore: '*.p12' },
  {
    name: 'access to a Kubernetes cluster',
    pattern: /(?:^|\/)(?:kubeconfig(?:\.ya?ml)?|[\w-]+\.kubeconfig|\.kube\/config)$/,
    ignore: 'kubeconfig',
  },
  {
    name: 'an environment file',
    pattern: /(?:^|\/)\.env(?:\.(?:local|prod|production|staging|dev|development))?$/,
    ignore: '.env*',
  },
];

/** Files that are meant to be read, and folders of tests. */
const HARMLESS =
  /\.(?:example|sample|template|tpl|tmpl|dist|defaults?|pub)$|(?:^|[/._-])(?:examples?|samples?|templates?|dummy|tests?|testdata|test-fixtures|fixtures|spec|specs|mocks?|__snapshots__|snapshots|node_modules|vendor|docs?)(?:[/._-]|$)/;

/** What a path is, where its name says that it holds secrets. */
export function secretFileKind(path: string): SecretFileKind | undefined {
  const lower = path.toLowerCase();
  if (HARMLESS.test(lower)) return undefined;
  return KINDS.find(({ pattern }) => pattern.test(lower));
}
