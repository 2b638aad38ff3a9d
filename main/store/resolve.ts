import type { EventFilter } from '#shared/ipc/events.ts';
import type { EventKey, Sha256 } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { encodeMember, type Locators } from '#shared/work/event-set-codec.ts';
import { hasBit, noBits, setBit, type Bits } from './bits.ts';
import type { Database } from './database.ts';
import type { EvidenceNames } from './evidence-names.ts';
import type { Extent, Extents } from './extents.ts';
import type { Matches } from './matches.ts';
import { PositionSet } from './position-set.ts';

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

/** Matches whose places are in memory at once, beside their coded form; one file may have more. */
const AT_ONCE = 1 << 20;

/** The matches of one file. */
interface FileMatches {
  readonly sha256: Sha256;
  readonly extents: readonly Extent[];
  readonly count: number;
}

/** A few files at a time, each row of the database read once, however the files' rows interleave. */
async function setOf(
  { database, extents, names }: ResolveParts,
  rows: Bits,
  query: string | undefined,
  signal?: AbortSignal,
): Promise<EventSet> {
  const set = new PositionSet(rows);
  const files: FileMatches[] = [];
  // In the order of their first rows, so that those whose rows interleave are read together.
  for (const index of new Set(extents.all.map(({ evidence }) => evidence))) {
    const own = extents.of(index);
    const count = own.reduce((sum, extent) => sum + matchesOf(set, extent), 0);
    const evidence = names.of(index);
    if (evidence === undefined || count === 0) continue;
    files.push({ sha256: evidence.sha256, extents: own, count });
  }
  const members: EventSet['members'][number][] = [];
  for (let start = 0; start < files.length;) {
    const group: FileMatches[] = [];
    for (let sum = 0; start < files.length && sum < AT_ONCE; start++) {
      const file = files[start] as FileMatches;
      group.push(file);
      sum += file.count;
    }
    members.push(...(await membersOf(database, set, group, signal)));
  }
  members.sort((a, b) => (a.evidence < b.evidence ? -1 : 1));
  const count = files.reduce((sum, file) => sum + file.count, 0);
  return { count, ...(query === undefined ? {} : { query }), members };
}

const matchesOf = (set: PositionSet, { row, rows }: Extent): number =>
  set.rank(row + rows) - set.rank(row);

async function membersOf(
  database: Database,
  set: PositionSet,
  files: readonly FileMatches[],
  signal?: AbortSignal,
): Promise<EventSet['members']> {
  let [start, end] = [Infinity, 0];
  for (const { row, rows } of files.flatMap((file) => file.extents)) {
    start = Math.min(start, row);
    end = Math.max(end, row + rows);
  }
  // Places in the order of rows; those of other files that lie among them are read with them.
  const before = set.rank(start);
  const count = set.rank(end) - before;
  const offsets = new Float64Array(count);
  const ordinals = new Uint32Array(count);
  const few = count * 8 < end - start;
  await database.words(
    {
      text: `SELECT "row", "offset", ordinal FROM event WHERE "row" >= $1 AND "row" < $2${few ? ' AND get_bit($3, "row"::INTEGER) = 1' : ''}`,
      params: [BigInt(start), BigInt(end), ...(few ? [set.bits] : [])],
    },
    [1, 2, 1],
    ([ids, places, nths]) => {
      if (ids === undefined || places === undefined || nths === undefined) return;
      for (let i = 0; i < ids.length; i++) {
        const row = ids[i] as number;
        if (!set.has(row)) continue;
        const at = set.rank(row) - before;
        offsets[at] = (places[i * 2 + 1] as number) * 4_294_967_296 + (places[i * 2] as number);
        ordinals[at] = nths[i] as number;
      }
    },
    signal,
  );
  return files.map((file) => {
    const own = { offsets: new Float64Array(file.count), ordinals: new Uint32Array(file.count) };
    let filled = 0;
    for (const extent of file.extents) {
      const from = set.rank(extent.row) - before;
      const to = from + matchesOf(set, extent);
      own.offsets.set(offsets.subarray(from, to), filled);
      own.ordinals.set(ordinals.subarray(from, to), filled);
      filled += to - from;
    }
    return encodeMember(file.sha256, inOrder(own));
  });
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
