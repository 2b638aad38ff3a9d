import type { SectionId } from '#shared/model/ids.ts';
import { sectionElementId } from './show-section.ts';

/** Where somebody reads: so many pixels below the upper edge of a section. */
export interface ReadingPlace {
  readonly section: SectionId;
  readonly below: number;
}

/** The section that the upper edge of the view goes through; `sections` as they stand. Undefined above all of them. */
export function readingPlace(
  view: HTMLElement,
  sections: readonly SectionId[],
): ReadingPlace | undefined {
  const edge = view.getBoundingClientRect().top;
  const at = (n: number): number => {
    const id = sections[n];
    const element = id === undefined ? null : document.getElementById(sectionElementId(id));
    return (element?.getBoundingClientRect().top ?? Infinity) - edge;
  };
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(middle) <= 0) low = middle + 1;
    else high = middle;
  }
  const section = sections[low - 1];
  return section === undefined ? undefined : { section, below: -at(low - 1) };
}

export function goToPlace(view: HTMLElement, place: ReadingPlace): void {
  const element = document.getElementById(sectionElementId(place.section));
  if (element === null) return;
  const { top } = element.getBoundingClientRect();
  view.scrollBy({ top: top - view.getBoundingClientRect().top + place.below });
}
