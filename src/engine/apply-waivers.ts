import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { isExpired, type SuppressedFinding, type Waiver } from '../model/suppression.ts';
import { answersTo } from './rule-name.ts';

/** Takes out the findings that somebody answers for today. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  { rules, now }: { rules: readonly Rule[]; now: Date },
): { live: Finding[]; waived: SuppressedFinding[] } {
  const holding = waivers.filter((waiver) => !isExpired(waiver, now));
  const live: Finding[] = [];
  const waived: SuppressedFinding[] = [];
  for (const finding of findings) {
    const rule = rules.find(({ id }) => id === finding.ruleId);
    const waiver = holding.find((one) => rule && answersTo(rule, one.rule) && isAbout(one, finding));
    if (waiver) waived.push({ finding, by: 'waiver', reason: inWords(waiver) });
    else live.push(finding);
  }
  return { live, waived };
}

function isAbout({ subject }: Waiver, { origin }: Finding): boolean {
  if (subject === undefined) return true;
  if (origin.kind !== 'vault') return false;
  return subject.endsWith('*') ? origin.subject.startsWith(subject.slice(0, -1)) : origin.subject === subject;
}

function inWords({ owner, reason, until }: Waiver): string {
  return `${reason} (${owner}, until ${until})`;
}
