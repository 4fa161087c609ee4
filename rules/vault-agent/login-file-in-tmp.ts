import { settingOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

/** Folders in which everybody may create files; of a login file that includes a false one. */
const SHARED = /^\/(?:var\/)?tmp\//;

const SETTINGS = ['role_id_file_path', 'secret_id_file_path', 'token_file_path', 'password_file_path', 'path'];

export default defineRule({
  artifact: 'vault-agent',
  title: "Agent's login kept in a folder that everybody shares",
  severity: 'medium',
  confidence: 'high',
  why: 'every user and process of the machine finds the file under /tmp, and may put its own in its place',
  fix: 'mount the file for the Agent only, such as a tmpfs at /run/approle with mode 0400',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/approle'],
  catalogue: ['VS306'],
  cwe: [379],
  *check({ data }) {
    const { login } = agentParts(data);
    for (const name of SETTINGS) {
      const setting = settingOf(login, name);
      if (!setting?.value || !SHARED.test(setting.value)) continue;
      const paste = `${name} = "/run/approle/${setting.value.slice(setting.value.lastIndexOf('/') + 1)}"`;
      yield { message: `${name} lies in a shared temporary folder`, range: setting.nameRange, paste };
    }
  },
});
