/** What a file is by its name, in words that stand before `in PATH`. */
export interface NotableName {
  what: string;
  /** True where files of this name often hold no secret. */
  isUnsure?: boolean;
}

/** Names of files that exist to hold secrets, most specific first; each is tested on the path without a leading slash. */
const NAMES: readonly [pattern: RegExp, what: string, isUnsure?: boolean][] = [
  [/(?:^|\/)\.vault-token$/, 'token of the Vault CLI'],
  [/(?:^|\/)(?:vault|cluster|unseal|recovery)[-_]?(?:init|keys?)\.(?:json|txt)$/i, 'unseal keys of Vault'],
  [/(?:^|\/)(?:[\w.-]*[-_.])?(?:role|secret)[-_]?id(?:\.txt)?$/i, 'AppRole id', true],
  [/(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$)[\w-]+)?$/, 'environment file'],
  [/(?:^|\/)\.aws\/credentials$/, 'credentials of AWS'],
  [
    /(?:^|\/)(?:application_default_credentials\.json|gcloud\/(?:credentials\.db|legacy_credentials\/.+))$/,
    'credentials of Google Cloud',
  ],
  [/(?:^|\/)\.azure\/(?:accessTokens|msal_token_cache|azureProfile)\.(?:json|bin)$/, 'credentials of Azure'],
  [/(?:^|\/)(?:\.kube\/config|kubeconfig|etc\/kubernetes\/admin\.conf)$/, 'credentials of Kubernetes'],
  [/(?:^|\/)(?:\.docker\/config\.json|\.dockercfg)$/, 'credentials of Docker', true],
  [/(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf)$/, 'file of logins'],
  [/(?:^|\/)\.pypirc$/, 'credentials of a package index'],
  [
    /(?:^|\/)(?:\.cargo\/credentials(?:\.toml)?|\.gem\/credentials|\.terraform\.d\/credentials\.tfrc\.json|\.config\/composer\/auth\.json)$/,
    'credentials of a package manager',
  ],
  [
    /(?:^|\/)(?:\.npmrc|\.yarnrc\.yml|\.m2\/settings\.xml|\.gradle\/gradle\.properties|pip\.conf)$/,
    'configuration of a package manager',
    true,
  ],
  [/(?:^|\/)\.ssh\/id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|(?:^|\/)id_(?:rsa|ed25519)$/, 'private SSH key'],
  [/(?:^|\/)etc\/ssh\/ssh_host_\w+_key$/, 'private host key of SSH'],
  [/\.tfstate(?:\.backup)?$/, 'Terraform state'],
  [/\.(?:p12|pfx|jks|keystore|keytab|kdbx)$/i, 'key store', true],
];

/** What a file that exists to hold secrets is, by its path; nothing for all others. */
export function notableName(path: string): NotableName | undefined {
  for (const [pattern, what, isUnsure] of NAMES) {
    if (pattern.test(path)) return isUnsure ? { what, isUnsure } : { what };
  }
  return undefined;
}

/** The folder of a git repository, told by its `HEAD`. */
export function gitFolder(path: string): string | undefined {
  return /^(?:.*\/)?\.git(?=\/HEAD$)/.exec(path)?.[0];
}

/** True for the name of the Vault or OpenBao program. */
export function isVaultProgram(path: string): boolean {
  return /(?:^|\/)(?:vault|bao|openbao)$/.test(path);
}

/** Files of package managers that list what is installed. */
export function isPackageList(path: string): boolean {
  return (
    path === 'var/lib/dpkg/status' ||
    path === 'lib/apk/db/installed' ||
    /^var\/lib\/dpkg\/status\.d\/[\w.+-]+$/.test(path)
  );
}

/** Version of Vault that a list of packages names: Debian's status file or Alpine's database. */
export function packagedVault(text: string): string | undefined {
  const debian = /^Package: (?:vault|vault-enterprise|openbao)\n(?:(?!\n\n)[\s\S])*?^Version: ([\w.:+~-]+)$/m.exec(
    text,
  );
  const alpine = /^P:(?:vault|openbao)\nV:([\w.+~-]+)$/m.exec(text);
  return (debian ?? alpine)?.[1]?.replace(/^\d+:/, '').replace(/-.*$/, '');
}

/** What precedes the version in a program built from Vault's module: build information, paths of sources, linker flags. */
export const VAULT_VERSION_MARKS = [
  'github.com/hashicorp/vault\tv',
  'github.com/openbao/openbao\tv',
  'hashicorp/vault@v',
  'openbao/openbao@v',
  'hashicorp/vault/version.Version=',
  'hashicorp/vault/sdk/version.Version=',
] as const;
