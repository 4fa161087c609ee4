import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Families whose rules are code, and the artifact and the kind of file that each looks at. */
const CODE_FAMILIES: Record<string, { artifact: string; file: string; text: string }> = {
  dockerfile: { artifact: 'dockerfile', file: 'Dockerfile', text: 'FROM scratch\n' },
  image: { artifact: 'image', file: 'json', text: '{\n  "vaultcheck": "image"\n}\n' },
  compose: { artifact: 'compose', file: 'compose.yaml', text: 'services: {}\n' },
  shell: { artifact: 'shell', file: 'sh', text: 'vault status\n' },
  kubernetes: { artifact: 'kubernetes', file: 'yaml', text: 'apiVersion: v1\nkind: Secret\n' },
  'client-code': { artifact: 'client-code', file: 'py', text: 'import hvac\n' },
  'vault-agent': { artifact: 'vault-agent', file: 'hcl', text: 'auto_auth {\n  method "jwt" {}\n}\n' },
  'vault-config': { artifact: 'vault-server', file: 'hcl', text: 'storage "raft" {}\n' },
};

/** The files of a new rule by their paths. They fail `npm run check` until they are filled in. */
export function newRuleFiles(id: string): Map<string, string> {
  const [family, name, ...rest] = id.split('/');
  if (!name || rest.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`a rule is called family/kebab-case-name, not ${JSON.stringify(id)}`);
  }
  if (family === 'secrets') return new Map([[`rules/${id}.yaml`, detector()]]);
  const kind = CODE_FAMILIES[family!];
  if (kind === undefined) {
    throw new Error(`no family is called ${family}: secrets, ${Object.keys(CODE_FAMILIES).join(', ')}`);
  }
  const folder = `fixtures/rules/${id}`;
  return new Map([
    [`rules/${id}.ts`, codeRule(kind.artifact)],
    [`${folder}/bad.${kind.file}`, `# expect: ${id}\n# FILL IN: put what is wrong on the next line\n${kind.text}`],
    [`${folder}/good.${kind.file}`, `# FILL IN: what looks alike and is right\n${kind.text}`],
  ]);
}

function detector(): string {
  return `title: FILL IN
severity: FILL IN
confidence: FILL IN
catalogue: []
cwe: [798]
# FILL IN: the format, and why each boundary is there
pattern: (?<![\\w-])(?<secret>FILL IN)(?![\\w-])
why: FILL IN
fix: FILL IN
references: []
examples:
  bad:
    - "FILL IN, with {{fake 24}} for the secret characters"
  good:
    - "FILL IN"
`;
}

function codeRule(artifact: string): string {
  return `import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: '${artifact}',
  title: 'FILL IN',
  severity: 'medium',
  confidence: 'medium',
  why: 'FILL IN',
  fix: 'FILL IN',
  references: [],
  catalogue: [],
  // biome-ignore lint/correctness/useYield: FILL IN, and remove this line
  *check({ data }) {
    throw new Error(\`FILL IN: yield { message, range } for what is wrong in \${data}\`);
  },
});
`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  try {
    const files = newRuleFiles(process.argv[2] ?? '');
    for (const path of files.keys()) {
      if (existsSync(join(root, path))) throw new Error(`${path} is there already`);
    }
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(path);
    }
    console.log('fill them in, then `npm run generate` and `npm run check`; see docs/writing-rules.md');
  } catch (error) {
    console.error(`new-rule: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
