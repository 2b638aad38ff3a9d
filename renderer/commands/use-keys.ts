import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useSettings } from '#renderer/state/settings.ts';
import type { WidgetScope } from './command.ts';
import { keyListener } from './key-bindings.ts';
import { sequenceListener } from './key-sequence.ts';

/** Keys that act wherever the focus is. Mounted once. */
export function useGlobalKeys(): void {
  const singleKeys = useSettings((settings) => settings.singleKeys);
  useEffect(() => {
    const listener = keyListener('anywhere', singleKeys);
    const sequences = sequenceListener();
    const ofDialogs = keyListener('dialog', singleKeys);
    window.addEventListener('keydown', listener);
    window.addEventListener('keydown', ofDialogs, { capture: true });
    if (singleKeys) window.addEventListener('keydown', sequences, { capture: true });
    return () => {
      window.removeEventListener('keydown', sequences, { capture: true });
      window.removeEventListener('keydown', ofDialogs, { capture: true });
      window.removeEventListener('keydown', listener);
    };
  }, [singleKeys]);
}

/** Keys that act while the focus is inside the element. */
export function useScopeKeys(scope: WidgetScope, element: RefObject<HTMLElement | null>): void {
  const singleKeys = useSettings((settings) => settings.singleKeys);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const listener = keyListener(scope, singleKeys);
    target.addEventListener('keydown', listener);
    return () => target.removeEventListener('keydown', listener);
  }, [scope, element, singleKeys]);
}
