import { isRealValue } from '../../src/analysis/literal-value.ts';
import { get } from '../../src/parsers/yaml.ts';
import { defineRule } from '../define-rule.ts';

/** Keys of what is no secret by itself, and stands in a Secret for convenience. */
const PUBLIC_KEY =
  /(?:^|[-_.])(?:api)?(?:user(?:[-_]?name)?|login|account[-_]?name|address|addr|host(?:[-_]?name)?|port|database|db[-_]?name|region|bucket|endpoint|namespace|email|version)(?:_in)?$|accountname$|apiUsername$|\.(?:crt|cer|pub)$/i;

export default defineRule({
  artifact: 'kubernetes',
  title: 'Secret manifest with its values written out',
  severity: 'high',
  confidence: 'high',
  why: 'base64 is no encryption: everybody who reads the repository has the values, and they never rotate',
  fix: 'let the Vault Secrets Operator, the CSI driver or the injector bring them, and commit no Secret manifest',
  references: ['https://developer.hashicorp.com/vault/docs/platform/k8s'],
  catalogue: ['VS501'],
  cwe: [312, 798],
  *check({ data }) {
    for (const { kind, name, node } of data.objects) {
      if (kind !== 'Secret') continue;
      for (const section of ['data', 'stringData']) {
        const values = get(node, section);
        if (values?.type !== 'mapping') continue;
        for (const { key, value } of values.entries) {
          if (value.type !== 'scalar' || value.isNull || PUBLIC_KEY.test(key.value)) continue;
          if (!isRealValue(section === 'data' ? decode(value.value) : value.value)) continue;
          yield { message: `Secret ${name} holds a value for ${key.value}`, range: key.range, secret: value.range };
        }
      }
    }
  },
});

/** What base64 stands for; the value itself where it is none. */
function decode(value: string): string {
  const compact = value.replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64').toString('utf8') : value;
}
