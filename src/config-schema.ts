import { SEVERITIES } from './model/severity.ts';
import type { Schema } from './parsers/checked-yaml.ts';

/** Where the schema of `.vaultcheck.yml` lies in the package and in the repository. */
export const CONFIG_SCHEMA_PATH = 'schemas/vaultcheck.schema.json';

const names = (description: string): Schema => ({
  type: 'array',
  description,
  items: { type: 'string', minLength: 1 },
});

/** Every key of `.vaultcheck.yml`, in the order in which `vaultcheck init` writes them. */
const KEYS: Readonly<Record<string, { schema: Schema; example: string }>> = {
  only: {
    schema: names('Rules or families that run; all of them when empty.'),
    example: 'only: [secrets, dockerfile/secret-in-arg]',
  },
  skip: {
    schema: names('Rules or families that do not run.'),
    example: 'skip: [dockerfile/unpinned-base-image]',
  },
  exclude: {
    schema: names(
      'Files and folders that are not looked at, as in .gitignore: without a slash at any depth, `**` for any folders, `!` takes back, a slash at the end means folders only. Added to what is always left out (.git, node_modules). The report counts what was left out.',
    ),
    example: 'exclude:\n  - testdata/\n  - docs/examples/**\n  - "*.min.js"',
  },
  severities: {
    schema: {
      type: 'object',
      description: "A rule's or family's severity, where yours differs; the id of a rule wins over its family.",
      additionalProperties: { type: 'string', enum: SEVERITIES },
    },
    example: 'severities:\n  compose/vault-port-published: high',
  },
  'fail-on': {
    schema: {
      type: 'string',
      description: 'Least severity that makes the exit code 1.',
      enum: ['none', ...SEVERITIES],
    },
    example: 'fail-on: medium',
  },
  registries: {
    schema: names('Registries, or registries and paths, from which images may come; every one when empty.'),
    example: 'registries: [docker.io/library, ghcr.io/example]',
  },
  'stop-words': {
    schema: {
      type: 'array',
      description: 'Words that make a value a placeholder and no secret, in any case; added to the built-in ones.',
      items: { type: 'string', minLength: 3 },
    },
    example: 'stop-words: [acme-demo, not-a-secret]',
  },
  suppress: {
    schema: {
      type: 'array',
      description:
        'Findings that are known to be right as they are: rules (or families), paths (globs as in `exclude`; everywhere when left out) and the reason. They are counted, and do not fail the run.',
      items: {
        type: 'object',
        properties: {
          rules: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
          paths: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
          reason: { type: 'string', minLength: 1 },
        },
        required: ['rules', 'reason'],
        additionalProperties: false,
      },
    },
    example:
      'suppress:\n  - rules: [compose/vault-dev-server]\n    paths: [examples/]\n    reason: shown to people on their own machine',
  },
  waivers: {
    schema: {
      type: 'array',
      description:
        'Findings of `vaultcheck audit` that somebody answers for until a day: rule (or family), subject (such as auth/approle/role/web; a * at its end stands for anything; all when left out), owner, reason, and the last day. An expired one is a finding.',
      items: {
        type: 'object',
        properties: {
          rule: { type: 'string', minLength: 1 },
          subject: { type: 'string', minLength: 1 },
          owner: { type: 'string', minLength: 1 },
          reason: { type: 'string', minLength: 1 },
          until: { type: 'string', minLength: 1 },
        },
        required: ['rule', 'owner', 'reason', 'until'],
        additionalProperties: false,
      },
    },
    example:
      'waivers:\n  - rule: vault-audit/manual-unseal\n    owner: platform team\n    reason: the key service comes with the new cluster\n    until: "2026-12-31"',
  },
  baseline: {
    schema: {
      type: 'string',
      description:
        'File of the findings that were there before, below this directory; written by `vaultcheck baseline`.',
      minLength: 1,
    },
    example: 'baseline: .vaultcheck-baseline.json',
  },
};

/** What `.vaultcheck.yml` may hold. */
export const CONFIG_SCHEMA: Schema = {
  type: 'object',
  properties: Object.fromEntries(Object.entries(KEYS).map(([key, { schema }]) => [key, schema])),
  additionalProperties: false,
};

/** The schema as it is published. */
export function configSchemaJson(): string {
  const { type, ...rest } = CONFIG_SCHEMA;
  return `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Configuration of vaultcheck (.vaultcheck.yml)',
      type,
      ...rest,
    },
    null,
    2,
  )}\n`;
}

/** What `vaultcheck init` writes: every key with its explanation and an example, all of them commented out. */
export function configExample(): string {
  const parts = Object.values(KEYS).map(({ schema, example }) => {
    const words = [schema.description!, ...(schema.enum ? [`One of: ${schema.enum.join(', ')}.`] : [])].join(' ');
    return [...comment(words), ...example.split('\n').map((line) => `# ${line}`)].join('\n');
  });
  return `# yaml-language-server: $schema=./node_modules/vaultcheck/${CONFIG_SCHEMA_PATH}
#
# Configuration of vaultcheck, read from the scanned directory. Every key may be left out; flags win over it.

${parts.join('\n\n')}
`;
}

/** Text in comment lines of at most 120 characters; two signs tell it from the examples. */
function comment(text: string): string[] {
  const lines = ['##'];
  for (const word of text.split(' ')) {
    if (lines.at(-1)!.length + word.length + 1 > 120) lines.push('##');
    lines[lines.length - 1] += ` ${word}`;
  }
  return lines;
}
