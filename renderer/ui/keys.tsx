import { keyCaps } from './key-caps.ts';

/** A key binding as key caps, e.g. Ctrl K. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="fl-keys">
      {keyCaps(keys).map((cap, index) => (
        // A binding never changes while shown, so positions are identities.
        <kbd key={`${cap}${String(index)}`}>{cap}</kbd>
      ))}
    </span>
  );
}
