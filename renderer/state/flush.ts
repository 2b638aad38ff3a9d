const pending = new Set<() => Promise<void>>();

/** What must be stored before the window may close; returns how to take it back. */
export function beforeClose(store: () => Promise<void>): () => void {
  pending.add(store);
  return () => void pending.delete(store);
}

/** Stores everything the screen has shown. */
export const flushAll = async (): Promise<void> => {
  await Promise.all([...pending].map((store) => store()));
};
