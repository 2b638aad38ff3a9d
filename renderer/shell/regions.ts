/** Regions of the window in the order of F6: marked in the page by `data-region`, named by their aria-label. */
const regions = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (element) => element.offsetParent !== null || element.tagName === 'MAIN',
  );

const TAKES_FOCUS =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex="0"]';

const lastFocus = new WeakMap<HTMLElement, HTMLElement>();

const regionOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-region]') ?? null;

/** Moves the focus to the next region (or the previous, with -1), to where it was in there last. */
export function moveToRegion(step: 1 | -1): void {
  const all = regions();
  const active = document.activeElement;
  const current = regionOf(active);
  if (current !== null && active instanceof HTMLElement) lastFocus.set(current, active);
  const index = current === null ? (step === 1 ? -1 : 0) : all.indexOf(current);
  for (let tried = 1; tried <= all.length; tried += 1) {
    const region = all[(index + step * tried + all.length * 2) % all.length];
    if (region !== undefined && enter(region)) return;
  }
}

function enter(region: HTMLElement): boolean {
  const before = lastFocus.get(region);
  const target =
    before !== undefined && region.contains(before)
      ? before
      : (region.querySelector<HTMLElement>('[data-region-start]') ??
        region.querySelector<HTMLElement>(TAKES_FOCUS));
  target?.focus();
  return target !== null && document.activeElement === target;
}
