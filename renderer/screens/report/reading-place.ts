import type { SectionId } from '#shared/model/ids.ts';
import { sectionElementId } from './show-section.ts';

/** Where somebody reads: so many pixels below the upper edge of a section, or above it when negative. */
export interface ReadingPlace {
  readonly section: SectionId;
  readonly below: number;
}

/** By the section whose upper edge is nearest to that of the view; `sections` as they stand. */
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
  const nearest = low > 0 && -at(low - 1) <= at(low) ? low - 1 : low;
  const section = sections[nearest];
  return section === undefined ? undefined : { section, below: -at(nearest) };
}

const MOVES = ['wheel', 'keydown', 'pointerdown'] as const;

/**
 * Goes to a place and stays there while texts above it are made and grow, until somebody moves.
 * @returns how to let go
 */
export function holdPlace(view: HTMLElement, place: ReadingPlace): () => void {
  const observer = new ResizeObserver(() => goToPlace(view, place));
  const letGo = (): void => {
    observer.disconnect();
    for (const move of MOVES) window.removeEventListener(move, letGo, { capture: true });
  };
  goToPlace(view, place);
  for (const part of view.children) observer.observe(part);
  for (const move of MOVES) window.addEventListener(move, letGo, { capture: true, passive: true });
  return letGo;
}

function goToPlace(view: HTMLElement, place: ReadingPlace): void {
  const element = document.getElementById(sectionElementId(place.section));
  if (element === null) return;
  const { top } = element.getBoundingClientRect();
  view.scrollBy({ top: top - view.getBoundingClientRect().top + place.below });
}
