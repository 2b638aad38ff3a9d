/** How the matches are looked at: one by one, by a field's values, by when they are few or many, one time against another. */
export const MODES = [
  { id: 'list', label: 'List' },
  { id: 'stack', label: 'Stack' },
  { id: 'gaps', label: 'Gaps' },
  { id: 'compare', label: 'Compare' },
] as const;

export type Mode = (typeof MODES)[number]['id'];

export const MODE_IDS: readonly Mode[] = MODES.map(({ id }) => id);
