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
  /** Where an event to be kept in view came to lie, told once with each new answer. */
  readonly anchor: { readonly key: EventKey; readonly row: number | undefined } | undefined;
  /** Counts answers: another list is shown whenever it moves. */
  readonly answer: number;
  readonly rowAt: (index: number) => MarkedRow | undefined;
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
  readonly ask: (asked: Asked, keep: EventKey | undefined, top: number) => void;
  /** Asks the same again, because events or marks have changed. */
  readonly refresh: (keep: EventKey | undefined, top: number) => void;
  /** Marks on events changed: what is shown is read again in place. */
  readonly marksChanged: () => void;
  /** Rows about to be seen. */
  readonly want: (first: number, last: number) => void;
  /** Reads a run of rows, from memory where they are there. */
  readonly read: (first: number, last: number) => Promise<readonly MarkedRow[]>;
  readonly close: () => void;
}

const blockOf = (row: number): number => Math.floor(row / BLOCK);

/** Pages of the matches of one question at a time, read as they come into view. */
export function createRowSource(engine: EngineClient): RowSource {
  const listeners = new Set<() => void>();
  let shown: Loading | undefined;
  let next: Loading | undefined;
  let rows: Rows = {
    total: undefined,
    all: 0,
    settled: true,
    stale: false,
    error: null,
    asked: undefined,
    anchor: undefined,
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

  const keep = (to: Loading, block: number, read: readonly MarkedRow[]): void => {
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
    page(to, block)
      .then((read) => {
        keep(to, block, read);
        if (shown === to) publish({});
      })
      .catch((error: unknown) => {
        if (shown === to && !to.control.signal.aborted) publish({ error });
      })
      .finally(() => to.pending.delete(block));
  };

  const begin = async (to: Loading, anchor: EventKey | undefined, top: number): Promise<void> => {
    const { filter, order } = to.asked;
    const [count, row] = await Promise.all([
      engine.call('events.count', filter, to.control.signal),
      anchor === undefined
        ? null
        : engine.call('events.position', { ...filter, order, key: anchor }, to.control.signal),
    ]);
    const first = Math.max(0, Math.min(row ?? Math.floor(top), count.total - 1));
    const blocks = count.total === 0 ? [] : [...new Set([blockOf(first), blockOf(first + 60)])];
    const read = await Promise.all(
      blocks
        .filter((block) => block * BLOCK < count.total)
        .map(async (block) => ({ block, rows: await page(to, block) })),
    );
    if (next !== to) return;
    for (const part of read) keep(to, part.block, part.rows);
    shown?.control.abort();
    shown = to;
    next = undefined;
    publish({
      ...count,
      stale: false,
      error: null,
      asked: to.asked,
      answer: rows.answer + 1,
      anchor: anchor === undefined ? undefined : { key: anchor, row: row ?? undefined },
    });
  };

  const ask: RowSource['ask'] = (asked, anchor, top) => {
    next?.control.abort();
    const to: Loading = {
      asked,
      control: new AbortController(),
      blocks: new Map(),
      pending: new Set(),
      doubtful: new Set(),
    };
    next = to;
    const same = shown !== undefined && shown.asked === asked;
    if (!same) publish({ stale: true });
    begin(to, anchor, top).catch((error: unknown) => {
      if (next !== to) return;
      next = undefined;
      publish({ error, stale: false });
    });
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    rows: () => rows,
    ask,
    refresh(anchor, top) {
      // A question under way will see what changed.
      if (next === undefined && shown !== undefined) ask(shown.asked, anchor, top);
    },
    marksChanged() {
      if (shown === undefined) return;
      for (const block of shown.blocks.keys()) shown.doubtful.add(block);
      publish({});
    },
    want(first, last) {
      if (shown === undefined || rows.total === undefined || rows.total === 0) return;
      const end = blockOf(Math.min(last, rows.total - 1));
      for (let block = blockOf(Math.max(0, first)); block <= end; block += 1) load(shown, block);
      // The next screen in both directions, once this one is there.
      const after = blockOf(Math.min(last + BLOCK / 2, rows.total - 1));
      const before = blockOf(Math.max(0, first - BLOCK / 2));
      if (after > end) load(shown, after);
      load(shown, before);
    },
    async read(first, last) {
      const from = shown;
      if (from === undefined) return [];
      const out: MarkedRow[] = [];
      for (let block = blockOf(first); block <= blockOf(last); block += 1) {
        const known = from.blocks.get(block) ?? (await page(from, block));
        keep(from, block, known);
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
