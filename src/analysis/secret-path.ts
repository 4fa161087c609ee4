/** Names that hold secrets by convention: environment files, private keys, Vault's tokens and AppRole ids, state files. */
const SECRET_FILE =
  /(?:^|\/)(?:\.env(?:\.[\w-]+)?|[\w-]+\.env|\.vault-token|\.netrc|\.npmrc|\.pypirc|\.pgpass|\.htpasswd|\.git-credentials|id_(?:rsa|dsa|ecdsa|ed25519)|[\w.-]*\.(?:p12|pfx|jks|keystore|key)|[\w-]*[-_.]key\.pem|key\.pem|(?:role|secret)[-_]?id|[\w.-]*[-_](?:role|secret)[-_]id|(?:vault|cluster|unseal)[-_]?keys?(?:\.(?:json|txt))?|vault-init\.json|kubeconfig|[\w.-]*\.tfstate(?:\.backup)?)$/i;

/** Folders of credentials. */
const SECRET_FOLDER = /(?:^|\/)\.(?:ssh|aws|gnupg|kube|docker\/config\.json)(?:\/|$)/;

/** Names that only look so. */
const HARMLESS =
  /\.(?:example|sample|template|tpl|tmpl|dist|defaults?|pub|test|testing)$|(?:^|[/._-])(?:example|sample|template|dummy)(?:[/._-]|$)|(?:^|\/)(?:test|tests|testing|ci|e2e|cypress|playwright)\.env$/i;

/** Keys that everybody may have: they sign packages. */
const PUBLIC_KEY =
  /(?:gpg|apt|rpm|pgp|release|signing|archive|repo(?:sitory)?|pub(?:lic)?)[._-]?key$|[.-]20\d\d\.key$/i;

/** True for a path that by its name holds a secret. */
export function isSecretPath(path: string): boolean {
  return (SECRET_FILE.test(path) || SECRET_FOLDER.test(path)) && !HARMLESS.test(path) && !PUBLIC_KEY.test(path);
}
