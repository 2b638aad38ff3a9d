import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/** What a part of the screen says in plain text. */
export interface AccessibleText {
  readonly title: string;
  readonly text: string;
}

type Tell = () => Promise<AccessibleText>;

const parts = new Map<HTMLElement, Tell>();
/** Where the focus was last, among these. */
let last: HTMLElement | undefined;

/** Gives what is inside an element a plain text, to be read while the focus is there. */
export function useAccessibleText(element: RefObject<HTMLElement | null>, tell: Tell): void {
  const told = useEffectEvent(tell);
  useEffect(() => {
    const part = element.current;
    if (part === null) return;
    const focused = (): void => {
      last = part;
    };
    parts.set(part, () => told());
    part.addEventListener('focusin', focused);
    return () => {
      parts.delete(part);
      part.removeEventListener('focusin', focused);
      if (last === part) last = undefined;
    };
  }, [element]);
}

/** The part that has the focus, or had it before a palette or a dialog took it. */
export function partInFocus(): Tell | undefined {
  for (let at = document.activeElement; at !== null; at = at.parentElement) {
    const tell = at instanceof HTMLElement ? parts.get(at) : undefined;
    if (tell !== undefined) return tell;
  }
  return last === undefined ? undefined : parts.get(last);
}
