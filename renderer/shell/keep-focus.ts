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

/** Into what stands where the lost one stood, or else near it; what it gave the focus to. */
function restore(trail: Trail): Element | undefined {
  for (const { element, child } of trail) {
    if (!element.isConnected || element.querySelector('main') !== null) continue;
    const neighbour = element.children[Math.min(child, element.children.length - 1)];
    for (const near of [neighbour, element]) {
      const start = near === undefined ? undefined : startIn(near);
      start?.focus();
      if (start !== undefined && document.activeElement === start) return start;
    }
  }
  return undefined;
}

/**
 * Gives the focus to a screen that is gone to, and brings it back where what had it is gone (a row removed, a drawer
 * closed, a button that can no longer be pressed): to its neighbour, so that keys go on working. A pointer pressed on
 * nothing is left alone.
 */
export function useFocusKept(): void {
  useEffect(() => {
    const main = document.querySelector('main');
    const home: Trail = main === null ? [] : [{ element: main, child: -1 }];
    let trail: Trail = home;
    /** The last outside every dialog, menu and toast, for when those are gone too. */
    let under: Trail = home;
    /** Given the focus from here: only until the list of its screen has been drawn. */
    let provisional: Element | undefined;
    /** Another screen was asked for, and has not been given the focus yet. */
    let arriving = false;
    let frame = 0;

    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      trail = trailOf(target);
      if (target.closest('[data-region]') !== null) under = trail;
    };
    const pressed = (): void => {
      provisional = undefined;
    };
    const pointed = (): void => {
      provisional = undefined;
      arriving = false;
      trail = [];
      under = [];
    };
    const arrive = (): void => {
      const active = document.activeElement;
      if (active?.closest('[role="dialog"], [role="alertdialog"], .fl-floating')) return;
      if (main?.contains(active) !== true) provisional = restore(home);
      arriving = main?.contains(document.activeElement) !== true;
    };
    const check = (): void => {
      frame = 0;
      if (arriving) arrive();
      else if (provisional !== undefined && provisional === document.activeElement) {
        const start = startIn(provisional.closest('[data-region]') ?? document.body);
        if (start?.matches('[data-region-start]') === true) {
          provisional = undefined;
          start.focus();
        }
      } else if (isLost()) provisional = restore([...trail, ...under]);
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
