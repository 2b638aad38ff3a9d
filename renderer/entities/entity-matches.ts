import type { EntityRow } from './entity-rows.ts';

/**
 * Entities one of whose names holds every word, the likeliest first: those called so, then those whose name begins so,
 * then those judged (what people call it before its other names), then the others, each in the order of the list. The system’s own only when they are judged or
 * asked for by their whole name.
 */
export function entityMatches(
  rows: readonly EntityRow[],
  query: string,
  most: number,
): readonly EntityRow[] {
  const asked = query.trim().toLowerCase();
  const words = asked.split(/\s+/).filter((word) => word !== '');
  const tiers: EntityRow[][] = [[], [], [], [], []];
  for (const row of rows) {
    const tier = tierOf(row, asked, words);
    if (tier !== undefined) tiers[tier]?.push(row);
  }
  return tiers.flat().slice(0, most);
}

function tierOf(row: EntityRow, asked: string, words: readonly string[]): number | undefined {
  const names = [row.label, row.value, ...row.names.map(({ value }) => value)].map((name) =>
    name.toLowerCase(),
  );
  if (asked !== '' && names.includes(asked)) return 0;
  if ((row.noise || (row.listed && asked === '')) && row.record === undefined) return undefined;
  if (asked === '') return row.record === undefined ? 4 : 2;
  if (names.some((name) => name.startsWith(asked))) return 1;
  const holding = names.findIndex((name) => words.every((word) => name.includes(word)));
  if (holding < 0) return undefined;
  return row.record === undefined ? 4 : holding === 0 ? 2 : 3;
}
