import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'Vault program with the setuid or setgid bit',
  severity: 'high',
  confidence: 'high',
  why: 'every process in the container runs it with the rights of its owner, and it reads any file that it is told to',
  fix: 'take the bit away: `chmod u-s,g-s`; memory is locked by a capability, not by setuid',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#disable_mlock'],
  catalogue: ['VS105'],
  cwe: [250],
  *check({ data }) {
    for (const { path, what, mode, range } of data.files) {
      if (what === 'program of Vault' && (mode & 0o6000) !== 0)
        yield { message: `/${path} has the ${(mode & 0o4000) !== 0 ? 'setuid' : 'setgid'} bit`, range };
    }
  },
});
