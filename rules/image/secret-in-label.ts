import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'secret in a label of an image',
  severity: 'high',
  confidence: 'medium',
  why: 'labels are in the configuration of the image and in every listing of it',
  fix: 'change the value, and take the label out of the build',
  references: ['https://docs.docker.com/engine/manage-resources/labels/'],
  catalogue: ['VS102'],
  cwe: [538],
  *check({ data }) {
    for (const { name, value, nameRange, valueRange } of data.labels) {
      const key = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
      if (isSecretName(key) && isRealValue(value))
        yield { message: `label ${name} holds a secret`, range: nameRange, secret: valueRange };
    }
  },
});
