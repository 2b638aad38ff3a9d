import type { Finding } from '../model/finding.ts';
import { compareText } from './numbering.ts';

export interface NumberedFinding {
  /** F1, F2, … most severe first, dismissed ones last. */
  readonly number: string;
  readonly finding: Finding;
}

const SEVERITIES: readonly Finding['severity'][] = ['critical', 'high', 'medium', 'low', 'info'];

export function numberFindings(findings: Iterable<Finding>): readonly NumberedFinding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      Number(a.status === 'dismissed') - Number(b.status === 'dismissed') ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareText(a.title, b.title) ||
      compareText(a.id, b.id),
  );
  return sorted.map((finding, n) => ({ number: `F${n + 1}`, finding }));
}
