import { RE2JS, RE2JSSyntaxException } from 're2js';
import { expandFakes } from '../analysis/fake.ts';
import { RuleFileError } from '../model/errors.ts';
import type { Detector } from '../model/rule.ts';
import { CONFIDENCES, SEVERITIES } from '../model/severity.ts';
import { readCheckedYaml, type Schema, type YamlPath } from '../parsers/checked-yaml.ts';
import { isAnchored, requiredLiterals } from './own-rule-anchor.ts';
import { OwnRulesMatcher } from './own-rules-matcher.ts';

/** Where the schema of such a file lies in the package and in the repository. */
export const OWN_RULE_SCHEMA_PATH = 'schemas/rule.schema.json';

/** One line of text: rules are shown in terminals and logs. */
const line = (description: string): Schema => ({ type: 'string', description, minLength: 1, pattern: '^\\P{Cc}*$' });
const list = (description: string, item: Schema = { type: 'string', minLength: 1 }): Schema => ({
  type: 'array',
  description,
  items: item,
});

/** What a rule of the users' own may say. */
export const OWN_RULE_SCHEMA: Schema = {
  type: 'object',
  properties: {
    title: line('What is found, lower case, no full stop.'),
    severity: { type: 'string', description: 'How bad it is.', enum: SEVERITIES },
    confidence: { type: 'string', description: 'How sure the rule is.', enum: CONFIDENCES },
    pattern: {
      type: 'string',
      description: 'Regular expression in RE2 syntax; its group `secret` is the value, or the whole match.',
      minLength: 1,
    },
    ignoreCase: { type: 'boolean', description: 'For the pattern.' },
    keywords: {
      ...list(
        'Literals of which every match holds at least one, in any case; may be left out where the pattern shows them.',
        { type: 'string', minLength: 3, pattern: '^[\\x20-\\x7e]+$' },
      ),
      minItems: 1,
    },
    why: line('What an attacker gains, or what breaks.'),
    fix: line('What to do or write instead.'),
    references: list('Pages that say so.', line('An address.')),
    cwe: list('Numbers of the Common Weakness Enumeration.', { type: 'integer', minimum: 1 }),
    minEntropy: { type: 'number', description: 'Bits per character below which a value is no secret.', minimum: 0 },
    stopWords: list('Words that make a value a placeholder, in any case.', { type: 'string', minLength: 2 }),
    files: { type: 'string', description: 'Regular expression over the path; the rule looks only there.' },
    reject: { type: 'string', description: 'Regular expression over the value; what matches is no secret.' },
    prefix: line('Known first characters of the value; a mask shows four of them at most.'),
    generic: { type: 'boolean', description: 'The name alone tells that it is a secret; other rules win over it.' },
    reachBytes: {
      type: 'integer',
      description: 'Greatest distance between a keyword and either end of the match; 1024 unless told.',
      minimum: 16,
    },
    examples: {
      type: 'object',
      description: 'Texts that test the rule; `{{fake 24}}` stands for 24 characters that are made up.',
      properties: {
        bad: { ...list('Texts in which the rule finds something.'), minItems: 1 },
        good: list('Texts in which it finds nothing.'),
      },
      required: ['bad'],
      additionalProperties: false,
    },
  },
  required: ['title', 'severity', 'confidence', 'pattern', 'why', 'fix', 'examples'],
  additionalProperties: false,
};

/** Greatest `reachBytes`: what a match may need on either side is held in memory and looked at anew for each match. */
const MOST_REACH_BYTES = 16 * 1024;

/** A rule of the users' own and the texts that test it. */
export interface OwnRule {
  detector: Detector;
  examples: { bad: string[]; good: string[] };
}

type Fields = Omit<Detector, 'id' | 'family' | 'type' | 'frameworks' | 'keywords' | 'references'> & {
  keywords?: string[];
  references?: string[];
  examples: { bad: string[]; good?: string[] };
};

/** Parses and checks a rule of the users' own, its pattern and its examples. @throws RuleFileError with file and line. */
export function parseOwnRule(text: string, options: { file: string; id: string }): OwnRule {
  const { file, id } = options;
  const failAt = (message: string, at: number): never => {
    throw new RuleFileError('rule-file', `${file}:${at}: ${message}`, { hint: 'see docs/own-rules.md' });
  };
  const checked = readCheckedYaml(text, OWN_RULE_SCHEMA);
  if (checked.mistake) return failAt(checked.mistake.message, checked.mistake.line);
  const fail = (message: string, path: YamlPath): never => failAt(message, checked.lineOf(path));
  const { examples, ...fields } = checked.data as Fields;
  for (const key of ['pattern', 'files', 'reject'] as const) {
    const wrong = fields[key] === undefined ? undefined : syntaxMistake(fields[key]);
    if (wrong) fail(`${key} ${wrong}`, [key]);
  }
  if ((fields.reachBytes ?? 0) > MOST_REACH_BYTES)
    fail(`reachBytes must be at most ${MOST_REACH_BYTES}`, ['reachBytes']);
  const keywords = anchor(fields, fail);
  const detector: Detector = {
    ...fields,
    type: 'detector',
    id,
    family: id.slice(0, id.indexOf('/')),
    frameworks: [],
    references: fields.references ?? [],
    keywords,
    stopWords: (fields.stopWords ?? []).map((word) => word.toLowerCase()),
    isLinear: true,
  };
  const rule = { detector, examples: { bad: examples.bad, good: examples.good ?? [] } };
  checkExamples(rule, file, fail);
  return rule;
}

function syntaxMistake(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    const said = error instanceof RE2JSSyntaxException ? error.message : 'it can not be compiled';
    return `is not RE2 syntax, which knows no look-around and no back-references: ${said.replace(/^error parsing regexp: /, '')}`;
  }
}

/** The rule's keywords, as written or read from the pattern. */
function anchor(
  fields: { pattern: string; keywords?: string[] },
  fail: (message: string, path: YamlPath) => never,
): string[] {
  // Letters of either case hold the same literals, so they are looked for in the pattern as it is written.
  const regex = RE2JS.compile(fields.pattern);
  const written = fields.keywords?.map((word) => word.toLowerCase());
  if (written) {
    const isKnownWrong = isAnchored(regex, written) === false;
    return isKnownWrong ? fail('keywords: a match of the pattern need not hold any of them', ['keywords']) : written;
  }
  const literals = requiredLiterals(regex);
  return (
    literals ??
    fail('keywords is missing: the pattern does not show a literal of three characters that every match holds', [
      'pattern',
    ])
  );
}

function checkExamples(
  { detector, examples }: OwnRule,
  file: string,
  fail: (message: string, path: YamlPath) => never,
): void {
  const matcher = new OwnRulesMatcher([detector]);
  const path = detector.files === undefined ? 'example' : undefined;
  for (const kind of ['bad', 'good'] as const) {
    for (const [i, example] of examples[kind].entries()) {
      const text = expand(example, `${file}#${kind}${i}`, (message) => fail(message, ['examples', kind, i]));
      const { candidates } = matcher.find(Buffer.from(text), path);
      const isFound = candidates.some(({ isAccepted }) => isAccepted);
      if (isFound === (kind === 'bad')) continue;
      const why =
        kind === 'good' ? 'is found' : `is not found${candidates.length > 0 ? ': its value is ruled out' : ''}`;
      fail(`${kind} example ${i + 1} ${why}`, ['examples', kind, i]);
    }
  }
}

function expand(example: string, seed: string, fail: (message: string) => never): string {
  try {
    return expandFakes(example, seed);
  } catch (error) {
    return fail(`the template can't be expanded: ${(error as Error).message.slice(seed.length + 2)}`);
  }
}

/** The schema as it is published. */
export function ownRuleSchemaJson(): string {
  const { type, ...rest } = OWN_RULE_SCHEMA;
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'A rule for vaultcheck scan --rules' };
  return `${JSON.stringify({ ...head, type, ...rest }, null, 2)}\n`;
}
