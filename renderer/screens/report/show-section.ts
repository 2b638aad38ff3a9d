import type { Editor } from '@tiptap/core';
import type { SectionId } from '#shared/model/ids.ts';

export const sectionElementId = (id: SectionId): string => `report-section-${id}`;

/** Scrolls to a section and puts the caret in its text. */
export function showSection(id: SectionId): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'start' });
  focusText(section);
}

/** Puts the focus into the text inside an element, with the caret where the text has it. */
export function focusText(within: Element | null): void {
  const text: (Element & { readonly editor?: Editor }) | null | undefined =
    within?.querySelector('.fl-prose');
  text?.editor?.view.focus();
}
