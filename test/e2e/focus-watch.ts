import type { Page } from 'playwright-core';

interface Probe {
  /** What else than keys was used. */
  readonly used: string[];
  faults(): string[];
}

declare global {
  interface Window {
    flHands: Probe;
  }
}

/**
 * From now on the page itself writes down every press of a pointer, and every move of the focus, click and text that
 * neither a key nor the app made: what a script of the test would do.
 */
export async function watchFocus(page: Page): Promise<void> {
  await page.evaluate(watch);
}

/** What is wrong with the focus as it is now: nowhere, out of sight, covered, or not to be seen. */
export const focusFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.flHands.faults());

/** Runs in the page. */
function watch(): void {
  const used: string[] = [];
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`;

  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel'] as const) {
    window.addEventListener(
      type,
      ({ isTrusted, target }) => {
        if (isTrusted)
          used.push(`${type} on ${target instanceof Element ? named(target) : 'the page'}`);
      },
      { capture: true, passive: true },
    );
  }
  // A pointer that rests is reported anew when what lies under it changes.
  let rests: string | undefined;
  window.addEventListener(
    'pointermove',
    ({ screenX, screenY }) => {
      const place = `${screenX}, ${screenY}`;
      rests ??= place;
      if (place !== rests) used.push(`pointer moved to ${place}`);
    },
    true,
  );

  // The browser moves the focus for Tab, and for arrows among radio buttons; all else goes through `focus()` of this page.
  let allowed = false;
  const MOVES = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
  window.addEventListener('keydown', ({ key }) => void (allowed = MOVES.has(key)), true);
  // What the app does itself has a place in its own files among its callers.
  let byApp = 0;
  const asApp = <T>(act: () => T): T => {
    const isApp = new Error('called').stack?.includes(location.origin) === true ? 1 : 0;
    byApp += isApp;
    try {
      return act();
    } finally {
      byApp -= isApp;
    }
  };
  const { focus, click } = HTMLElement.prototype;
  const { dispatchEvent } = EventTarget.prototype;
  HTMLElement.prototype.focus = function (options) {
    asApp(() => focus.call(this, options));
  };
  HTMLElement.prototype.click = function () {
    asApp(() => click.call(this));
  };
  EventTarget.prototype.dispatchEvent = function (event) {
    return asApp(() => dispatchEvent.call(this, event));
  };
  window.addEventListener(
    'click',
    ({ isTrusted, target }) => {
      if (!isTrusted && byApp === 0 && target instanceof Element)
        used.push(`click by script on ${named(target)}`);
    },
    true,
  );
  // Text is written while its key is down.
  const down = new Set<string>();
  window.addEventListener('keydown', ({ code }) => void down.add(code), true);
  window.addEventListener('keyup', ({ code }) => void down.delete(code), true);
  window.addEventListener(
    'input',
    (event) => {
      if (event instanceof InputEvent && event.isTrusted && down.size === 0)
        used.push(
          `text by script in ${event.target instanceof Element ? named(event.target) : ''}`,
        );
    },
    true,
  );
  window.addEventListener(
    'focusin',
    ({ target, isTrusted }) => {
      // A list under a field is told of a focus that the browser does not know of.
      if (byApp > 0 || !isTrusted) return;
      if (!allowed && target instanceof Element) used.push(`focus by script on ${named(target)}`);
    },
    true,
  );

  /** The element, and all that may show the focus for it: a label around a hidden input, the cell a list points at. */
  const showers = (active: Element): readonly Element[] => {
    const pointed = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
    const label = active.closest('label');
    const near: Element[] = [active];
    for (let up = active.parentElement, n = 0; up !== null && n < 2; up = up.parentElement, n += 1)
      near.push(up);
    return [
      ...near,
      ...(label === null ? [] : [label, ...label.querySelectorAll('*')]),
      ...(pointed === null
        ? []
        : [pointed, ...(pointed.parentElement === null ? [] : [pointed.parentElement])]),
      ...active.children,
    ];
  };
  const look = (element: Element): string => {
    const {
      outlineStyle,
      outlineColor,
      outlineWidth,
      boxShadow,
      borderColor,
      backgroundColor,
      stroke,
      strokeWidth,
    } = getComputedStyle(element);
    const outline =
      outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineColor} ${outlineWidth}`;
    return [outline, boxShadow, borderColor, backgroundColor, stroke, strokeWidth].join('|');
  };
  const looks = (elements: readonly Element[]): readonly string[] => elements.map(look);

  interface Seen {
    readonly active: Element;
    readonly elements: readonly Element[];
    readonly looks: readonly string[];
    readonly name: string;
  }
  let last: Seen | undefined;

  const faults = (): string[] => {
    const found: string[] = [];
    const active = document.activeElement;
    // What looks with the focus as it does without shows none.
    if (last !== undefined && last.active !== active && last.active.isConnected) {
      const { elements, looks: before } = last;
      const there = elements.every((element) => element.isConnected);
      if (there && looks(elements).every((now, n) => now === before[n]))
        found.push(`the focus did not show on ${last.name}`);
    }
    last = undefined;
    if (active === null || active === document.body || active === document.documentElement)
      return [...found, 'nothing has the focus'];
    const elements = showers(active);
    last = { active, elements, looks: looks(elements), name: named(active) };
    const pointed = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
    const shown = pointed ?? active.closest('label') ?? active;
    const box = shown.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) found.push('it has no size');
    const inside =
      box.left < innerWidth - 2 && box.top < innerHeight - 2 && box.right > 2 && box.bottom > 2;
    if (!inside)
      found.push(`it is out of sight at ${Math.round(box.left)}, ${Math.round(box.top)}`);
    else {
      const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const over = document.elementFromPoint(x, y);
      // What is said of a list without rows lies over it.
      const own = active.matches('[role=grid], [role=treegrid]') ? active.parentElement : shown;
      if (over === null || !(own?.contains(over) === true || over.contains(shown)))
        found.push(`${over === null ? 'something' : named(over)} covers it`);
    }
    return found;
  };
  window.flHands = { used, faults };
}
