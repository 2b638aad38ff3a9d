import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventKey } from '#shared/model/ids.ts';

/** Rows read at once. */
export const BLOCK = 200;
/** Blocks kept; the one longest unused goes first. */
const KEPT = 80;

export interface Asked {
  readonly filter: EventFilter;
  readonly order: SortOrder;
}

/** What the list shows now. */
export interface Rows {
  /** Matches; undefined before the first answer. */
  readonly total: number | undefined;
  /** Events in the case. */
  readonly all: number;
  /** False while new events are being sorted into place. */
  readonly settled: boolean;
  /** What is shown answers an earlier question; the answer to the present one is on its way. */
  readonly stale: boolean;
  readonly error: unknown;
  readonly asked: Asked | undefined;
  /** Where the events to be kept came to lie, told with each new answer. */
  readonly kept: Kept;
  /** Counts answers: another list is shown whenever it moves. */
  readonly answer: number;
  readonly rowAt: (index: number) => MarkedRow | undefined;
}

/** Events whose place is to survive another answer. */
export interface Keep {
  /** The one under the cursor. */
  readonly cursor?: EventKey | undefined;
  /** The one at the upper edge of the list. */
  readonly anchor?: EventKey | undefined;
}

/** The same with their rows; without one where an event does not match. */
export interface Kept extends Keep {
  readonly cursorRow?: number | undefined;
  readonly anchorRow?: number | undefined;
}

interface Loading {
  readonly asked: Asked;
  readonly control: AbortController;
  readonly blocks: Map<number, readonly MarkedRow[]>;
  readonly pending: Set<number>;
  readonly doubtful: Set<number>;
}

export interface RowSource {
  readonly subscribe: (listener: () => void) => () => void;
  readonly rows: () => Rows;
  /** Asks another question. What is shown stays, marked stale, until count and first rows of the answer are there. */
  readonly ask: (asked: Asked, keep: Keep, top: number) => void;
  /** Asks the same again, because events or marks have changed. */
  readonly refresh: (keep: Keep, top: number) => void;
  /** Marks on events changed: what is shown is read again in place. */
  readonly marksChanged: () => void;
  /** Rows about to be seen. */
  readonly want: (first: number, last: number) => void;
  /** Reads a run of rows, from memory where they are there. */
  readonly read: (first: number, last: number) => Promise<readonly MarkedRow[]>;
  readonly close: () => void;
}

const blockOf = (row: number): number => Math.floor(row / BLOCK);

/** Rows drawn at the first sight of an answer, at most. */
const SCREEN = 60;

/** Blocks that the first screen of an answer needs, whether it opens at the cursor or at the upper edge. */
function firstBlocks(total: number, ...rows: readonly (number | undefined)[]): readonly number[] {
  const blocks = rows.flatMap((row) => {
    if (row === undefined) return [];
    const first = Math.max(0, Math.min(row, total - 1));
    return [blockOf(Math.max(0, first - SCREEN)), blockOf(first + SCREEN)];
  });
  return [...new Set(blocks)].filter((block) => block * BLOCK < total);
}

/** Pages of the matches of one question at a time, read as they come into view. */
export function createRowSource(engine: EngineClient): RowSource {
  const listeners = new Set<() => void>();
  let shown: Loading | undefined;
  let next: Loading | undefined;
  let last: Asked | undefined;
  /** Something changed while a question was under way, so that its parts may not fit together. */
  let outdated = false;
  /** Counts changes of marks: what was read before one may not show it. */
  let marks = 0;
  let seen = { first: 0, last: 0 };
  let rows: Rows = {
    total: undefined,
    all: 0,
    settled: true,
    stale: false,
    error: null,
    asked: undefined,
    kept: {},
    answer: 0,
    rowAt: () => undefined,
  };

  const publish = (change: Partial<Rows>): void => {
    const from = shown;
    rows = {
      ...rows,
      ...change,
      rowAt: (index) => from?.blocks.get(blockOf(index))?.[index % BLOCK],
    };
    for (const listener of listeners) listener();
  };

  const page = (to: Loading, block: number): Promise<readonly MarkedRow[]> =>
    engine.call(
      'events.page',
      { ...to.asked.filter, order: to.asked.order, start: block * BLOCK, count: BLOCK },
      to.control.signal,
    );

  const store = (to: Loading, block: number, read: readonly MarkedRow[]): void => {
    to.doubtful.delete(block);
    to.blocks.delete(block);
    to.blocks.set(block, read);
    for (const oldest of to.blocks.keys()) {
      if (to.blocks.size <= KEPT) break;
      to.blocks.delete(oldest);
    }
  };

  const load = (to: Loading, block: number): void => {
    if (to.pending.has(block) || (to.blocks.has(block) && !to.doubtful.has(block))) return;
    to.pending.add(block);
    const before = marks;
    page(to, block)
      .then((read) => {
        store(to, block, read);
        if (before !== marks) to.doubtful.add(block);
        if (shown === to) publish({});
      })
      .catch((error: unknown) => {
        if (shown === to && !to.control.signal.aborted) publish({ error });
      })
      .finally(() => {
        to.pending.delete(block);
        if (to.doubtful.has(block) && shown === to) want(seen.first, seen.last);
      });
  };

  const begin = async (to: Loading, keep: Keep, top: number): Promise<void> => {
    const { filter, order } = to.asked;
    const rowOf = async (key: EventKey | undefined): Promise<number | undefined> =>
      key === undefined
        ? undefined
        : ((await engine.call('events.position', { ...filter, order, key }, to.control.signal)) ??
          undefined);
    const [count, cursorRow, anchorRow] = await Promise.all([
      engine.call('events.count', filter, to.control.signal),
      rowOf(keep.cursor),
      rowOf(keep.anchor),
    ]);
    const read = await Promise.all(
      firstBlocks(count.total, cursorRow, anchorRow ?? Math.floor(top)).map(async (block) => ({
        block,
        rows: await page(to, block),
      })),
    );
    if (next !== to) return;
    for (const part of read) store(to, part.block, part.rows);
    shown?.control.abort();
    shown = to;
    next = undefined;
    const again = outdated;
    outdated = false;
    publish({
      ...count,
      stale: false,
      error: null,
      asked: to.asked,
      answer: rows.answer + 1,
      kept: { ...keep, cursorRow, anchorRow },
    });
    want(seen.first, seen.last);
    if (again) ask(to.asked, keep, anchorRow ?? top);
  };

  const ask: RowSource['ask'] = (asked, keep, top) => {
    next?.control.abort();
    const to: Loading = {
      asked,
      control: new AbortController(),
      blocks: new Map(),
      pending: new Set(),
      doubtful: new Set(),
    };
    next = to;
    last = asked;
    const same = shown !== undefined && shown.asked === asked;
    if (!same) publish({ stale: true });
    begin(to, keep, top).catch((error: unknown) => {
      if (next !== to) return;
      next = undefined;
      outdated = false;
      publish({ error, stale: false });
    });
  };

  const want = (first: number, last: number): void => {
    seen = { first, last };
    if (shown === undefined || rows.total === undefined || rows.total === 0) return;
    const end = blockOf(Math.min(last, rows.total - 1));
    for (let block = blockOf(Math.max(0, first)); block <= end; block += 1) load(shown, block);
    // The next screen in both directions, once this one is there.
    const after = blockOf(Math.min(last + BLOCK / 2, rows.total - 1));
    const before = blockOf(Math.max(0, first - BLOCK / 2));
    if (after > end) load(shown, after);
    load(shown, before);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    rows: () => rows,
    ask,
    refresh(keep, top) {
      if (next !== undefined) outdated = true;
      else if (last !== undefined) ask(last, keep, top);
    },
    marksChanged() {
      marks += 1;
      if (shown === undefined) return;
      for (const block of shown.blocks.keys()) shown.doubtful.add(block);
      want(seen.first, seen.last);
    },
    want,
    async read(first, last) {
      const from = shown;
      if (from === undefined) return [];
      const out: MarkedRow[] = [];
      for (let block = blockOf(first); block <= blockOf(last); block += 1) {
        const known = from.blocks.get(block) ?? (await page(from, block));
        store(from, block, known);
        out.push(...known);
      }
      const start = first - blockOf(first) * BLOCK;
      return out.slice(start, start + last - first + 1);
    },
    close() {
      next?.control.abort();
      shown?.control.abort();
      listeners.clear();
    },
  };
}
