/** How bad a finding is, least first. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;

/** How bad a finding is when it is true. */
export type Severity = (typeof SEVERITIES)[number];

/** How sure a rule is, least first. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** How sure a rule is that its finding is true. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Negative when `a` is less severe than `b`, positive when it is more severe. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** Negative when `a` is less sure than `b`, positive when it is surer. */
export function compareConfidence(a: Confidence, b: Confidence): number {
  return CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b);
}
