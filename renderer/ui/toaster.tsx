import { Toaster as Sonner } from 'sonner';
import './toaster.css';

/** Where toasts appear. Nothing depends on catching one: what they say is in Activity too. */
export function Toaster() {
  return (
    <Sonner
      // Lists say what matters at their left.
      position="bottom-right"
      // Above the status bar and the acts on a selection.
      offset={{ bottom: 76, right: 16 }}
      duration={8_000}
      gap={8}
      style={{ '--width': '400px' }}
      visibleToasts={3}
      // Stacked, one would hide another that has the focus.
      expand
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, className: 'fl-toast' }}
    />
  );
}
