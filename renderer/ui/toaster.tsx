import { useEffect, useState } from 'react';
import { Toaster as Sonner, useSonner } from 'sonner';
import './toaster.css';

/** Where toasts appear. Nothing depends on catching one: what they say is in Activity too. */
export function Toaster() {
  const side = useFreeSide();
  return (
    <Sonner
      position="bottom-right"
      // Above the status bar and the acts on a selection.
      offset={{ bottom: 76, right: 16 }}
      duration={8_000}
      gap={8}
      // Another position would make each of them anew; beside the names of the screens they are moved.
      style={{ '--width': '400px', ...(side === 'left' && { left: 84, right: 'auto' }) }}
      visibleToasts={3}
      // Stacked, one would hide another that has the focus.
      expand
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, className: 'fl-toast' }}
    />
  );
}

type Side = 'left' | 'right';

/** How far up from the lower edge messages may reach, pixels. */
const REACH = 300;

/** The side of the window on which messages do not cover what has the focus. */
function useFreeSide(): Side {
  const { toasts } = useSonner();
  const [side, setSide] = useState<Side>('right');
  useEffect(() => {
    if (toasts.length === 0) return;
    // A frame later a key has moved what it moves.
    const look = (): void => void requestAnimationFrame(() => setSide(freeSide));
    look();
    window.addEventListener('focusin', look);
    window.addEventListener('keyup', look);
    return () => {
      window.removeEventListener('focusin', look);
      window.removeEventListener('keyup', look);
    };
  }, [toasts]);
  return side;
}

function freeSide(now: Side): Side {
  const active = document.activeElement;
  if (active === null || active.closest('[data-sonner-toast]') !== null) return now;
  const pointed = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
  const { left, right, top, bottom } = (pointed ?? active).getBoundingClientRect();
  if ((top + bottom) / 2 < window.innerHeight - REACH) return now;
  return (left + right) / 2 > window.innerWidth / 2 ? 'left' : 'right';
}
