/** Regions of the window in the order of F6: marked in the page by `data-region`, named by their aria-label. */
const regions = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (element) => element.offsetParent !== null || element.tagName === 'MAIN',
  );

/** A field that opens a list as soon as it has the focus is no place to begin. */
const TAKES_FOCUS =
  ':is(a[href], button:enabled, input:enabled:not([role="combobox"]), textarea:enabled, [contenteditable="true"], [tabindex="0"]):not([tabindex="-1"])';
/** Where keys begin in a part of the window: its list, or the view that is chosen, or its first control. */
const STARTS = ['[data-region-start]', '[role="tab"][aria-selected="true"]', TAKES_FOCUS];

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

/** What is to get the focus in a part of the window, itself included. */
export function startIn(
  part: Element,
  fits: (element: HTMLElement) => boolean = () => true,
): HTMLElement | undefined {
  for (const start of STARTS) {
    if (part instanceof HTMLElement && part.matches(start) && fits(part)) return part;
    const found = [...part.querySelectorAll<HTMLElement>(start)].find(fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Regions may lie in one another: each is entered at what is its own. */
function enter(region: HTMLElement): boolean {
  const before = lastFocus.get(region);
  const target =
    before !== undefined && region.contains(before)
      ? before
      : startIn(region, (element) => regionOf(element) === region);
  target?.focus();
  return target !== undefined && document.activeElement === target;
}
