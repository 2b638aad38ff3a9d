import { Toaster as Sonner } from 'sonner';
import './toaster.css';

/** Where toasts appear. Nothing depends on catching one: what they say is in Activity too. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      // Above the status bar and the acts on a selection.
      offset={76}
      duration={8_000}
      gap={8}
      style={{ '--width': '460px' }}
      visibleToasts={3}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, className: 'fl-toast' }}
    />
  );
}
