import { beforeAll, expect, test } from 'vitest';
import type { VaultPolicy } from '../../src/model/policy.ts';
import { shellParser } from '../../src/parsers/shell-files.ts';

beforeAll(() => shellParser.prepare!());

function policiesIn(text: string): VaultPolicy[] {
  const { artifacts } = shellParser.parse({ path: 'x.sh', text });
  return artifacts.flatMap(({ kind, data }) => (kind === 'vault-policy' ? [data as VaultPolicy] : []));
}

test.each([
  ['vault policy write cart - <<EOF\nBODY\nEOF\n', 'cart'],
  ['cat <<EOF | vault policy write -namespace=a cart -\nBODY\nEOF\n', 'cart'],
  ['cat > /tmp/cart.hcl <<EOF\nBODY\nEOF\n', 'cart'],
  ["tee cart.hcl <<'EOF'\nBODY\nEOF\n", 'cart'],
])('a policy in a here-document of %j', (script, name) => {
  const text = script.replace('BODY', 'path "secret/data/cart/*" {\n  capabilities = ["read"]\n}');
  const [policy, ...more] = policiesIn(text);
  expect(more).toEqual([]);
  expect(policy?.name).toBe(name);
  const { start, end } = policy!.rules[0]!.range;
  expect(text.slice(start, end)).toContain('secret/data/cart/*');
});

test('other here-documents hold none', () => {
  expect(policiesIn('cat > a.conf <<EOF\npath = "x"\nEOF\nvault status\n')).toEqual([]);
});
