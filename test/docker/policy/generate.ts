/** Numbers between 0 and 1 from a seed (mulberry32). */
export type Random = () => number;

/** A generator that a seed decides. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

const CAPABILITIES = ['create', 'read', 'update', 'delete', 'list', 'sudo', 'patch', 'subscribe', 'recover', 'deny'];
/** Few and alike, so that rules meet. */
const WORDS = ['a', 'b', 'ab', 'abc', 'secret', 'data', 'te', 'team', 'x+', '+y', 'a*b', 'é', ''];

/** A path for a rule: exact, with `*`, with `+`, or with characters that only look like those. */
function pattern(random: Random): string {
  const depth = 1 + Math.floor(random() * 4);
  const segments = Array.from({ length: depth }, () => (random() < 0.3 ? '+' : pick(random, WORDS)));
  let path = segments.join('/');
  const end = random();
  if (end < 0.35) path += '*';
  else if (end < 0.45) path += '/*';
  else if (end < 0.55) path += '/';
  if (random() < 0.1) path = `/${path}`;
  return path.includes('+*') ? path.replaceAll('+*', '+/*') : path;
}

/** The text of a policy with some rules. */
export function randomPolicy(random: Random): string {
  const count = 1 + Math.floor(random() * 5);
  return Array.from({ length: count }, () => {
    if (random() < 0.1)
      return `path "${pattern(random)}" {\n  policy = "${pick(random, ['read', 'write', 'sudo', 'deny'])}"\n}\n`;
    const most = random() < 0.1 ? 0 : 3;
    const capabilities = Array.from({ length: Math.ceil(random() * most) }, () => `"${pick(random, CAPABILITIES)}"`);
    return `path "${pattern(random)}" {\n  capabilities = [${capabilities.join(', ')}]\n}\n`;
  }).join('');
}

/** Policies of one token; some share rules. */
export function randomPolicySet(random: Random): string[] {
  const policies = Array.from({ length: 1 + Math.floor(random() * 4) }, () => randomPolicy(random));
  if (random() < 0.3) policies.push(pick(random, policies).replaceAll('["read"', '["list"'));
  return policies;
}

/** Paths that the rules match, nearly match, or don't match. */
export function randomPaths(random: Random, policies: readonly string[], count: number): string[] {
  const patterns = policies.flatMap((text) => [...text.matchAll(/path "([^"]*)"/g)].map(([, path]) => path!));
  const paths = Array.from({ length: count }, () => {
    const filled = pick(random, patterns)
      .replace(/^\//, '')
      .replace(/\*$/, () => pick(random, ['', 'c', '/a', 'team/data', '/', '/a/b/']))
      .split('/')
      .map((segment) => (segment === '+' || random() < 0.15 ? pick(random, WORDS) : segment));
    if (random() < 0.1) filled.push(pick(random, WORDS));
    if (random() < 0.1) filled.pop();
    const path = filled.join('/');
    return (random() < 0.15 ? `${path}/` : path).trim();
  });
  return [...new Set(paths.filter((path) => path !== '' && path !== 'capabilities'))];
}

/** Texts that stand in policies, rightly and wrongly. */
const PIECES = [
  ...['path', '"secret/*"', '{', '}', '[', ']', '=', ',', '\n', ' ', '"', '\\', '1', '1.5', '08', '1e', 'true', 'null'],
  ...['"read"', '"deny"', '"Read"', '"root"', '"+*"', '"a/+*/b"', '"{{identity.entity.id}}"', '"a{{b"', '"a}}b"'],
  ...['capabilities = ["read"]\n', 'capabilities = "read"\n', 'capabilities {}\n', 'policy = "write"\n', 'foo = 1\n'],
  ...[
    'policy = "x"\n',
    'policy = 1\n',
    'name = "n"\n',
    'name = true\n',
    'comment = [1, {a = 08}]\n',
    '"policy" = "deny"\n',
  ],
  ...['min_wrapping_ttl = "1h"\n', 'max_wrapping_ttl = 60\n', 'max_wrapping_ttl = "1d"\n', 'min_wrapping_ttl = "x"\n'],
  ...[
    'max_wrapping_ttl = "1.5h30m"\n',
    'min_wrapping_ttl = 1.5\n',
    'min_wrapping_ttl = ["1h"]\n',
    'max_wrapping_ttl {}\n',
  ],
  ...['allowed_parameters = { "a" = ["x", "*y"] "*" = [] }\n', 'allowed_parameters { b = [1, true, {c = 1}] }\n'],
  ...[
    'denied_parameters = { a = [] }\n',
    'denied_parameters "a" { b = 1 }\n',
    'denied_parameters = ["a"]\n',
    'a = "x"\n',
  ],
  ...[
    'required_parameters = ["a", 1]\n',
    'required_parameters = [true]\n',
    'mfa_methods = ["m"]\n',
    '# c\n',
    '/* c */',
  ],
  ...[
    'subscribe_event_types = ["*"]\n',
    'control_group = {\n factor "f" {\n identity {\n group_names = ["g"]\n',
    '\u00e9',
  ],
  ...[
    'approvals = 1\n',
    'approvals = "2"\n',
    'approvals = 0\n',
    'controlled_capabilities = ["read"]\n',
    'ttl = "4h"\n',
  ],
  ...[
    '<<EOF\nread\nEOF\n',
    '"\\u00e9"',
    '"\\777"',
    '\r\n',
    '\0',
    '\ufeff',
    'path "b" {\n capabilities = ["list"]\n}\n',
  ],
];

const JSON_PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"path"',
    '"a/*"',
    '"capabilities"',
    '["read"]',
    '"policy"',
    '"write"',
    'null',
    '1',
  ],
  ...[
    '{"capabilities":["read"]}',
    '"name":"n",',
    '"foo":1,',
    '"allowed_parameters":{"a":[]},',
    '"min_wrapping_ttl":"1h",',
  ],
  ...['"max_wrapping_ttl":1,', 'true', '[{"a":{"policy":"read"}}]', '"control_group":{"factor":{"f":{"identity":{'],
  ...[
    '"group_names":["g"],"approvals":1',
    '"policy":"deny",',
    '"required_parameters":["a"],',
    '\0',
    '\n',
    'x',
    '"\\/"',
  ],
];

const SEEDS = [
  'path "secret/*" {\n  capabilities = ["read", "list"]\n}\n',
  'name = "n"\npath "a/+/b" {\n  policy = "write"\n  allowed_parameters = {\n    "a" = ["x"]\n  }\n  min_wrapping_ttl = "1h"\n  max_wrapping_ttl = "2h"\n}\n',
  'path "x" {\n  capabilities = ["create", "read"]\n  control_group = {\n    ttl = "1h"\n    factor "f" {\n      identity {\n        group_names = ["g"]\n        approvals = 1\n      }\n      controlled_capabilities = ["read"]\n    }\n  }\n}\n',
  '{"path":{"secret/a":{"capabilities":["read"]},"b":{"policy":"write"}}}',
  '{"path":[{"a":{"capabilities":["read"],"allowed_parameters":{"x":[]}}},{"b":{"policy":"read"}}],"name":"n"}',
  '{"path":{"x":{"capabilities":["read"],"control_group":{"factor":{"f":{"identity":{"group_names":["g"],"approvals":1}}}}}}}',
];

/** A policy with some mistakes, most of which Vault refuses. */
export function brokenPolicy(random: Random): string {
  if (random() < 0.1) return Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, PIECES)).join(' ');
  let text = pick(random, SEEDS);
  const pieces = text.startsWith('{') ? JSON_PIECES : PIECES;
  for (let i = Math.floor(random() * 3); i >= 0; i--) {
    // Mostly where a line or a part begins, so that more than the grammar is tried.
    const places = [...text.matchAll(/\n|[{},]/g)].map((match) => match.index + 1);
    const at = random() < 0.7 && places.length > 0 ? pick(random, places) : Math.floor(random() * (text.length + 1));
    const kind = random();
    if (kind < 0.25) text = text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 4));
    else if (kind < 0.9) text = text.slice(0, at) + pick(random, pieces) + text.slice(at);
    else text = text.slice(0, at) + text.slice(Math.floor(random() * text.length));
  }
  return text;
}
