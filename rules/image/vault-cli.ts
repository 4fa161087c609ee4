import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'Vault CLI built into an application image',
  severity: 'low',
  confidence: 'medium',
  why: 'the binary is large, ages with the image, and gives an intruder the tool to read on',
  fix: 'let Vault Agent as a sidecar fetch the secrets, and take the CLI out of the image',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent'],
  catalogue: ['VS105'],
  cwe: [1104],
  *check({ data }) {
    const command = [...data.entrypoint, ...data.cmd].map(({ value }) => value).join(' ');
    // An image of Vault itself has the program for its own use.
    if (/(?:^|[\s/])(?:vault|bao)\s+(?:server|agent|proxy)\b/.test(command)) return;
    for (const { path, what, range } of data.files)
      if (what === 'program of Vault') yield { message: `the Vault CLI is in /${path}`, range };
  },
});
