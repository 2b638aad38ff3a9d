import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { StoreApi } from 'zustand/vanilla';

/** All of a place but how far it is scrolled: what stands around a list is not drawn again for every line of the wheel. */
export const useUnscrolled = <P extends { readonly top: number }>(
  store: StoreApi<P>,
): Omit<P, 'top'> =>
  useStore(
    store,
    useShallow(({ top: _top, ...place }: P) => place),
  );
