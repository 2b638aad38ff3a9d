import type { EventFilter } from '#shared/ipc/events.ts';
import type { EventKey, EvidenceIndex } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { encodeMember, type Locators } from '#shared/work/event-set-codec.ts';
import { countBits, hasBit, noBits, popcount, setBit, setRange, type Bits } from './bits.ts';
import type { Database } from './database.ts';
import type { EvidenceNames } from './evidence-names.ts';
import type { Extents } from './extents.ts';
import type { Matches } from './matches.ts';

export interface ResolveParts {
  readonly database: Database;
  readonly extents: Extents;
  readonly matches: Matches;
  readonly names: EvidenceNames;
}

/** All matches but `except`, as identities: what a bulk act is about, whatever the store looks like later. */
export async function resolve(
  parts: ResolveParts,
  request: EventFilter & { readonly except: readonly EventKey[] },
  signal?: AbortSignal,
): Promise<EventSet> {
  const match = await parts.matches.of(request, signal);
  // A copy: what is remembered must stay as it is.
  const rows = match.rows.slice();
  for (const key of request.except) {
    const row = parts.extents.rowOf(key);
    if (row !== undefined && hasBit(rows, row)) {
      rows[row >>> 5] = (rows[row >>> 5] ?? 0) & ~(1 << (row & 31));
    }
  }
  return setOf(parts, rows, request.query, signal);
}

export function resolveKeys(
  parts: ResolveParts,
  keys: readonly EventKey[],
  signal?: AbortSignal,
): Promise<EventSet> {
  const rows = noBits(parts.extents.size);
  for (const key of keys) {
    const row = parts.extents.rowOf(key);
    if (row !== undefined) setBit(rows, row);
  }
  return setOf(parts, rows, undefined, signal);
}

/** File after file, so that no more than one file's places are in memory beside their coded form. */
async function setOf(
  { database, extents, names }: ResolveParts,
  rows: Bits,
  query: string | undefined,
  signal?: AbortSignal,
): Promise<EventSet> {
  const evidences = [...new Set(extents.all.map(({ evidence }) => evidence))].flatMap((index) => {
    const evidence = names.of(index);
    return evidence === undefined ? [] : [evidence];
  });
  evidences.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const members: EventSet['members'][number][] = [];
  let count = 0;
  for (const { index, sha256 } of evidences) {
    const locators = await locatorsOf(database, extents, rows, index, signal);
    if (locators === undefined) continue;
    members.push(encodeMember(sha256, locators));
    count += locators.offsets.length;
  }
  return { count, ...(query === undefined ? {} : { query }), members };
}

async function locatorsOf(
  database: Database,
  extents: Extents,
  rows: Bits,
  index: EvidenceIndex,
  signal?: AbortSignal,
): Promise<Locators | undefined> {
  const own = extents.of(index);
  const [first] = own;
  if (first === undefined) return undefined;
  const start = first.row;
  const end = own.reduce((last, extent) => Math.max(last, extent.row + extent.rows), 0);
  const wanted = noBits(rows.length * 32);
  for (const extent of own) setRange(wanted, extent.row, extent.row + extent.rows);
  for (let w = 0; w < wanted.length; w++) wanted[w] = (wanted[w] as number) & (rows[w] as number);
  const count = countBits(wanted);
  if (count === 0) return undefined;
  // Places in the order of rows, which is nearly always that of the file.
  const offsets = new Float64Array(count);
  const ordinals = new Uint32Array(count);
  const rank = ranksOf(wanted, start, end);
  await database.words(
    {
      text: 'SELECT "row", "offset", ordinal FROM event WHERE "row" >= $1 AND "row" < $2 AND evidence = $3',
      params: [BigInt(start), BigInt(end), BigInt(index)],
    },
    [1, 2, 1],
    ([ids, places, nths]) => {
      if (ids === undefined || places === undefined || nths === undefined) return;
      for (let i = 0; i < ids.length; i++) {
        const row = ids[i] as number;
        if (!hasBit(wanted, row)) continue;
        const at = rank(row);
        offsets[at] = (places[i * 2 + 1] as number) * 4_294_967_296 + (places[i * 2] as number);
        ordinals[at] = nths[i] as number;
      }
    },
    signal,
  );
  return inOrder({ offsets, ordinals });
}

/** How many of a set stand before a row. */
function ranksOf(bits: Bits, start: number, end: number): (row: number) => number {
  const first = start >>> 5;
  const before = new Uint32Array(((end - 1) >>> 5) - first + 1);
  for (let w = 1; w < before.length; w++) {
    before[w] = (before[w - 1] as number) + popcount(bits[first + w - 1] as number);
  }
  return (row) => {
    const word = row >>> 5;
    const below = (bits[word] as number) & ((1 << (row & 31)) - 1);
    return (before[word - first] as number) + popcount(below);
  };
}

/** Recovered records come after those they once stood among. */
function inOrder({ offsets, ordinals }: Locators): Locators {
  const follows = (a: number, b: number): number =>
    (offsets[a] as number) - (offsets[b] as number) ||
    (ordinals[a] as number) - (ordinals[b] as number);
  let sorted = true;
  for (let i = 1; i < offsets.length && sorted; i++) sorted = follows(i - 1, i) < 0;
  if (sorted) return { offsets, ordinals };
  const places = Uint32Array.from(offsets, (_, i) => i).sort(follows);
  return {
    offsets: Float64Array.from(places, (i) => offsets[i] as number),
    ordinals: Uint32Array.from(places, (i) => ordinals[i] as number),
  };
}
