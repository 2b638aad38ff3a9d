import type { EvidenceIndex } from '#shared/model/ids.ts';
import type { Database } from './database.ts';
import type { Extents } from './extents.ts';
import type { Terms } from './terms.ts';
import type { TimeOrder } from './time-order.ts';

/** Reads what is kept in memory: the dictionaries, and the times of all rows for their order. */
export async function loadState(
  database: Database,
  extents: Extents,
  terms: Terms,
  order: TimeOrder,
): Promise<void> {
  const known = await database.columns({
    text: 'SELECT dictionary, code, text FROM term ORDER BY dictionary, code',
    params: [],
  });
  const [dictionaries = [], codes = [], texts = []] = known;
  dictionaries.forEach((dictionary, i) => {
    terms.load({
      dictionary: Number(dictionary),
      code: Number(codes[i]),
      text: String(texts[i]),
    });
  });
  const times = new BigInt64Array(extents.size);
  const halves = new Uint32Array(times.buffer);
  await database.words(
    { text: 'SELECT "row", "time" FROM event', params: [] },
    [1, 2],
    ([rows, cells]) => {
      if (rows === undefined || cells === undefined) return;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        halves[row * 2] = cells[i * 2] as number;
        halves[row * 2 + 1] = cells[i * 2 + 1] as number;
      }
    },
  );
  order.add(
    extents.all.map(({ row, rows, evidence, n }) => ({
      row,
      evidence,
      n,
      times: times.subarray(row, row + rows),
    })),
  );
  order.settle();
}

/** Files that are in whole. */
export async function wholeFiles(database: Database): Promise<ReadonlySet<EvidenceIndex>> {
  const rows = await database.rows({ text: 'SELECT evidence FROM loaded WHERE whole', params: [] });
  return new Set(rows.map((row) => Number(row['evidence']) as EvidenceIndex));
}
