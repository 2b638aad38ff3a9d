import type { ReportSection } from '../model/report.ts';

export interface NumberedSection {
  readonly section: ReportSection;
  /** `2`, `2.1`, `A`, `A.1`. */
  readonly number: string;
  /** Target of links into the report. */
  readonly anchor: string;
}

/**
 * Sections in the order they are printed: chapters with figures, then appendices with letters. A subsection that
 * follows no chapter becomes one, so that there is never a number without its parent.
 */
export function numberSections(sections: readonly ReportSection[]): readonly NumberedSection[] {
  const ordered = [...sections].sort(
    (a, b) => Number(a.appendix) - Number(b.appendix) || compareText(a.rank, b.rank),
  );
  const counts = { chapter: 0, appendix: 0, below: 0 };
  let inAppendix: boolean | undefined;
  return ordered.map((section) => {
    const startsChapter = section.level === 1 || inAppendix !== section.appendix;
    inAppendix = section.appendix;
    const which = section.appendix ? 'appendix' : 'chapter';
    if (startsChapter) {
      counts[which]++;
      counts.below = 0;
    } else counts.below++;
    const chapter = section.appendix ? letters(counts.appendix) : String(counts.chapter);
    const number = startsChapter ? chapter : `${chapter}.${counts.below}`;
    return { section, number, anchor: `section-${number.replace('.', '-').toLowerCase()}` };
  });
}

/** 1 → A, 26 → Z, 27 → AA. */
export function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((n - 1) % 26));
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
