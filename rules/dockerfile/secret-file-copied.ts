import { defineRule } from '../define-rule.ts';

/** Names that hold secrets by convention: environment files, private keys, Vault's tokens and AppRole ids. */
const SECRET_FILE =
  /(?:^|\/)(?:\.env(?:\.[\w-]+)?|\.vault-token|\.netrc|\.npmrc|\.pypirc|\.pgpass|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|[\w.-]*\.(?:p12|pfx|jks|keystore|key)|[\w.-]*(?:role|secret)[-_]?id|(?:vault|cluster)-keys\.json|kubeconfig|[\w.-]*\.tfstate)$/i;

/** Names that only look so. */
const HARMLESS = /\.(?:example|sample|template|dist|pub)$/i;

export default defineRule({
  artifact: 'dockerfile',
  title: 'secret file copied into the image',
  severity: 'high',
  confidence: 'high',
  why: 'the file stays in its layer, also when a later one deletes it: whoever pulls the image has it',
  fix: 'mount it for one command (`RUN --mount=type=secret,id=NAME`) or at run time, and name it in .dockerignore',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS103', 'VS104'],
  cwe: [538],
  *check({ data }) {
    for (const { keyword, args, flags } of data.instructions) {
      if (keyword !== 'COPY' && keyword !== 'ADD') continue;
      if (flags.some((flag) => flag.name === 'from')) continue;
      for (const { value, range } of args.slice(0, -1)) {
        const name = value.replace(/^["'[]+|["',\]]+$/g, '');
        if (SECRET_FILE.test(name) && !HARMLESS.test(name))
          yield { message: `${name} is copied into the image`, range };
      }
    }
  },
});
