import { defineRule } from '../define-rule.ts';

/** A service beside the application. */
const AGENT = 'image: hashicorp/vault:VERSION\ncommand: agent -config=/etc/vault/agent.hcl';

export default defineRule({
  artifact: 'dockerfile',
  title: 'Vault CLI built into an application image',
  severity: 'low',
  confidence: 'medium',
  why: 'the binary is large, ages with the image, and gives an intruder the tool to read on',
  fix: 'let Vault Agent as a sidecar fetch the secrets, and take the CLI out of the image',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent'],
  catalogue: ['VS105'],
  cwe: [1104],
  *check({ data }) {
    // An image that is Vault itself.
    const start = data.instructions.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    if (start.some(({ args }) => /^(?:\S*\/)?(?:vault|bao|openbao|server)$/.test(args[0]?.value ?? ''))) return;
    for (const { keyword, text, range, flags } of data.instructions) {
      const isInstalled =
        keyword === 'RUN' &&
        /\b(?:apk add|apt(?:-get)? install|yum install|dnf install)\b[^\n;&|]*\s(?:vault|openbao)(?=[\s=;&|]|$)/.test(
          text,
        );
      const isFetched =
        (keyword === 'RUN' || keyword === 'ADD') &&
        /\breleases\.hashicorp\.com\/vault\/|\bgithub\.com\/openbao\/openbao\/releases\/download\//.test(text);
      const isCopied =
        keyword === 'COPY' &&
        flags.some(({ name, value }) => name === 'from' && /(?:^|\/)(?:vault|openbao)(?:[:@]|$)/.test(value)) &&
        /\/(?:vault|bao)\b/.test(text);
      if (isInstalled || isFetched || isCopied)
        yield { message: 'the Vault CLI is built into the image', range, paste: AGENT };
    }
  },
});
