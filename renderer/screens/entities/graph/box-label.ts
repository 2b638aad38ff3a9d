import { shortened } from '#shared/model/shortened.ts';

/** What is cut says so; of a path the end tells one from another. */
export const boxLabel = (label: string, most: number): string =>
  label.length > most && /[\\/]/.test(label) ? `…${label.slice(1 - most)}` : shortened(label, most);
