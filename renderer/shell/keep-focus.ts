import { useEffect } from 'react';
import { navigation } from '#renderer/state/navigation.ts';
import { startIn } from './regions.ts';

/** An element around what had the focus, and which of its children held it. */
interface Place {
  readonly element: Element;
  readonly child: number;
}

/** From the inside out. */
type Trail = readonly Place[];

function trailOf(focused: Element): Trail {
  const trail: Place[] = [];
  let inner = focused;
  for (let outer = focused.parentElement; outer !== null; outer = outer.parentElement) {
    trail.push({ element: outer, child: [...outer.children].indexOf(inner) });
    inner = outer;
  }
  return trail;
}

const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** A region, and tabs, say themselves where they begin. */
const SAYS_START = '[data-region], :has(> [role="tablist"])';

/** Into what stands where the lost one stood, or else near it. */
function restore(trail: Trail): void {
  for (const { element, child } of trail) {
    if (!element.isConnected || element.querySelector('main') !== null) continue;
    const neighbour = element.children[Math.min(child, element.children.length - 1)];
    const near = element.matches(SAYS_START) ? [element] : [neighbour, element];
    for (const part of near) {
      const start = part === undefined ? undefined : startIn(part);
      start?.focus();
      if (start !== undefined && document.activeElement === start) return;
    }
  }
}

/**
 * Gives the focus to a screen that is gone to, and brings it back where what had it is gone (a row removed, a drawer
 * closed, a button that can no longer be pressed): to its neighbour, so that keys go on working. A pointer pressed on
 * nothing is left alone.
 */
export function useFocusKept(): void {
  useEffect(() => {
    const main = document.querySelector('main');
    const home: Trail = main === null ? [] : [{ element: main, child: 0 }];
    let trail: Trail = home;
    /** The last outside every dialog, menu and toast, for when those are gone too. */
    let under: Trail = home;
    /** A screen was asked for whose list has not been drawn yet; keys pressed meanwhile are not to be led astray. */
    let arriving = false;
    /** What has been given the focus until then. */
    let placed: Element | undefined;
    let frame = 0;

    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      trail = trailOf(target);
      if (target.closest('[data-region]') !== null) under = trail;
    };
    const pressed = (): void => {
      arriving = false;
    };
    const pointed = (): void => {
      arriving = false;
      trail = [];
      under = [];
    };
    const arrive = (): void => {
      const active = document.activeElement;
      if (active?.closest('[role="dialog"], [role="alertdialog"], .fl-floating')) return;
      if (main === null || (main.contains(active) && active !== placed)) {
        arriving = false;
        return;
      }
      const start = startIn(main);
      start?.focus();
      placed = start;
      arriving = start?.matches('[data-region-start]') !== true;
    };
    const check = (): void => {
      frame = 0;
      if (arriving) arrive();
      else if (isLost()) restore([...trail, ...under]);
    };
    // Two frames: whoever took the focus away for a moment has given it back by then.
    const changed = (): void => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = requestAnimationFrame(check);
        });
    };
    const unfollow = navigation.subscribe(({ screen }, before) => {
      if (screen === before.screen) return;
      const active = document.activeElement;
      if (active instanceof HTMLElement && active.closest('.fl-shell') !== null) active.blur();
      trail = home;
      under = home;
      arriving = true;
      placed = undefined;
      changed();
    });
    const observer = new MutationObserver(changed);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'hidden', 'inert'],
    });
    window.addEventListener('focusin', note);
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('pointerdown', pointed, true);
    return () => {
      unfollow();
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener('focusin', note);
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('pointerdown', pointed, true);
    };
  }, []);
}
