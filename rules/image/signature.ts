import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'image whose signature says nothing yet',
  severity: 'low',
  confidence: 'medium',
  why: 'without a signature that is verified, whoever can write to the registry decides what runs beside your secrets',
  fix: 'sign images in the pipeline (`cosign sign`), and let the cluster verify them with your key before they run',
  references: ['https://docs.sigstore.dev/cosign/verifying/verify/'],
  catalogue: [],
  cwe: [345],
  *check({ data: { signature } }) {
    if (signature === undefined) return;
    const { value, range } = signature;
    if (value === 'absent') yield { message: 'the registry holds no signature of the image', range };
    else
      yield {
        message: 'the image has a signature, which nobody verified: that needs your key',
        range,
        severity: 'info',
        verdict: 'unknown',
      };
  },
});
