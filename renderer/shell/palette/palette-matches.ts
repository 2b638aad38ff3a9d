import uFuzzy from '@leeoniya/ufuzzy';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: 'Search' | 'Commands' | 'Saved views' | 'Cases';
  readonly detail?: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

export interface PaletteMatch {
  readonly entry: PaletteEntry;
  /** Character ranges of the label that matched, as pairs of start and end. */
  readonly ranges: readonly number[];
}

const fuzzy = new uFuzzy({ intraIns: 1 });

/** The entries that fit what was typed, best first; all of them, in their order, for nothing typed. */
export function paletteMatches(
  entries: readonly PaletteEntry[],
  typed: string,
): readonly PaletteMatch[] {
  const needle = typed.trim();
  if (needle === '') return entries.map((entry) => ({ entry, ranges: [] }));
  const labels = entries.map(({ label }) => label);
  const [indexes, info, order] = fuzzy.search(labels, needle);
  if (indexes === null || indexes.length === 0) return [];
  if (info === null || order === null) {
    return indexes.flatMap((index) => withRanges(entries[index], []));
  }
  return order.flatMap((place) => {
    const index = info.idx[place];
    return index === undefined ? [] : withRanges(entries[index], info.ranges[place] ?? []);
  });
}

const withRanges = (
  entry: PaletteEntry | undefined,
  ranges: readonly number[],
): readonly PaletteMatch[] => (entry === undefined ? [] : [{ entry, ranges }]);
