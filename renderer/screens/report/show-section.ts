import type { SectionId } from '#shared/model/ids.ts';

export const sectionElementId = (id: SectionId): string => `report-section-${id}`;

/** Scrolls to a section and puts the caret in its text. */
export function showSection(id: SectionId): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('.fl-prose')?.focus({ preventScroll: true });
}
