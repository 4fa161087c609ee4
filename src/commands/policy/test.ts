import { Args, Flags } from '@oclif/core';
import { Permissions } from '../../analysis/permissions.ts';
import { VaultcheckCommand } from '../../command.ts';
import { checkOutput, writeWhole } from '../../output.ts';
import { dialectOf, POLICY_FLAGS, readIdentity, unprovenNote } from '../../policy-flags.ts';
import { readPolicyTests, runPolicyTest } from '../../policy-tests.ts';
import { testsToJson, testsToJunit, testsToText } from '../../reporters/policy-tests.ts';
import { parsePolicies, readPolicyTexts } from '../../sources/policy-files.ts';

const FORMATS = { text: testsToText, json: testsToJson, junit: testsToJunit };

/** `vaultcheck policy test FILE` */
export default class PolicyTest extends VaultcheckCommand {
  static override summary = 'Run unit tests of policies: a table of path, capability and what is expected';
  static override description = `FILE is YAML (or JSON):

  policies: [app.hcl]        # beside FILE; or --policy
  tests:
    - {path: secret/data/app, capability: read, expected: allow}
    - {path: secret/data/other, capability: [read, list], expected: deny}
    - {path: auth/token/create, capability: update, expected: deny, data: {policies: [root]}}

With data (parameters of the request) or wrap (seconds), the whole request is decided: parameters, wrapping, and sudo
where the path needs it. Without them, the capability alone. identity may stand in FILE too.

Exit codes: 0 all as expected; 1 something is not; 2 wrong usage, or a file that can't be used; 130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> policies/test.yaml',
    '<%= config.bin %> <%= command.id %> test.yaml --policy p/ --format junit -o out.xml',
  ];
  static override args = { file: Args.string({ required: true, description: 'table of tests' }) };
  static override flags = {
    policy: Flags.string({ multiple: true, description: 'policies to test instead of those that FILE names' }),
    identity: Flags.string({ description: 'JSON file with the entity and groups that templates are filled with' }),
    ...POLICY_FLAGS,
    format: Flags.string({ options: Object.keys(FORMATS), default: 'text', description: 'form of the report' }),
    output: Flags.string({ char: 'o', description: 'write the report to this file instead of standard output' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PolicyTest);
    if (flags.output) checkOutput(flags.output);
    const dialect = dialectOf(flags);
    const table = readPolicyTests(args.file);
    const identity = flags.identity === undefined ? table.identity : readIdentity(flags.identity);
    const sources = parsePolicies(readPolicyTexts(flags.policy ?? table.policies), dialect);
    const permissions = new Permissions(sources, { dialect, ...(identity ? { identity } : {}) });
    const results = table.tests.map((test) => runPolicyTest(permissions, test));
    const note = unprovenNote(dialect);
    const text = FORMATS[flags.format as 'text'](args.file, results, note ? [note] : []);
    if (flags.output) writeWhole(flags.output, text);
    else await this.print(text);
    if (results.some(({ isPassed }) => !isPassed)) process.exitCode = 1;
  }
}
