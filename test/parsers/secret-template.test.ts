import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSecretTemplate } from '../../src/parsers/secret-template.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const TEXTS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ctmpl'))
  .map((path) => readFileSync(join(FIXTURES, path), 'utf8'));

const BODY = `{{- /* secret "commented/out" */ -}}
{{ with secret "secret/data/app" -}}
PASSWORD={{ .Data.data.password }}
{{ if .Data.data.user }}USER={{ .Data.data.user | toJSON }}{{ end }}
{{ with .Data.metadata }}{{ .version }}{{ end }}
{{- end }}
{{ $db := secret "database/creds/app" }}
URL={{ $db.Data.username }}
{{ with $cert := pkiCert "pki/issue/app" "common_name=a" (env "NAME") }}{{ $cert.Cert }}{{ end }}
{{ with secret (printf "secret/data/%s" (env "NAME")) }}{{ .Data.data.x }}{{ end }}
{{ range secrets \`secret/metadata/\` }}{{ . }}{{ end }}
`;

describe('the body of a secret template', () => {
  const { template, errors } = parseSecretTemplate(BODY);
  test('names the secrets that it asks for, with their places', () => {
    expect(errors).toEqual([]);
    expect(template.secrets.map(({ call, path, parameters }) => [call, path, parameters])).toEqual([
      ['secret', 'secret/data/app', []],
      ['secret', 'database/creds/app', []],
      ['pkiCert', 'pki/issue/app', ['common_name=a']],
      ['secrets', 'secret/metadata/', []],
    ]);
    for (const { path, range } of template.secrets) expect(BODY.slice(range.start, range.end)).toBe(path);
  });
  test('knows which secret a field belongs to', () => {
    expect(template.fields.map(({ path, secret }) => [path, secret])).toEqual([
      ['.Data.data.password', 0],
      ['.Data.data.user', 0],
      ['.Data.data.user', 0],
      ['.Data.metadata', 0],
      ['.version', undefined],
      ['.Data.username', 1],
      ['.Cert', 2],
      ['.Data.data.x', undefined],
    ]);
  });
  test('moves every place by the offset of the body in its file', () => {
    const moved = parseSecretTemplate(BODY, { base: 100 }).template;
    expect(moved.secrets[0]!.range.start).toBe(template.secrets[0]!.range.start + 100);
    expect(moved.fields[0]!.range.end).toBe(template.fields[0]!.range.end + 100);
  });
  test('may have delimiters of its own', () => {
    const own = parseSecretTemplate('[[ with secret "a/b" ]]{{ .Data.x }}[[ end ]]', { open: '[[', close: ']]' });
    expect(own.template.secrets).toHaveLength(1);
    expect(own.template.fields).toEqual([]);
  });
  test('tells the line of an action that is not closed, and keeps what stands before it', () => {
    const result = parseSecretTemplate('{{ with secret "a/b" }}\n{{ .Data.x');
    expect(result.errors).toEqual([{ message: 'template action is not closed', line: 2 }]);
    expect(result.template.secrets).toHaveLength(1);
  });
  test('never throws, and points into its text only', () => {
    expect(TEXTS.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(mutated([BODY, ...TEXTS]), (text) => {
        expect(strayRanges(parseSecretTemplate(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
