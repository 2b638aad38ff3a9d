import type { MarkedRow } from '#shared/model/event.ts';
import { addFilter } from '#shared/query/add-filter.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { announce } from '#renderer/state/announce.ts';
import { putIntoTray } from '#renderer/state/citation-tray.ts';
import { askLookedFor } from '#renderer/state/looked-for.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useCase } from '#renderer/state/session-context.tsx';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { askFor } from './acts/act-dialogs.ts';
import type { ActKind } from './acts/act-dialogs.ts';
import { exportEvents } from './acts/export-events.ts';
import { rowsText } from './acts/rows-text.ts';
import { resolveTarget, targetOf } from './acts/target.ts';
import { stackField } from './columns/column-ids.ts';
import { cellValue } from './columns/event-columns.tsx';
import type { ExplorePlaceStore } from './explore-place.ts';
import type { RowSource, Rows } from './list/row-source.ts';
import { ALL, NONE, selectedCount, toggle } from './selection.ts';
import { back, EVERYTHING, filterOf, forward, visit } from './view.ts';
import type { ViewHistory } from './view.ts';

interface ExploreContext {
  readonly store: ExplorePlaceStore;
  readonly source: RowSource;
  readonly rows: Rows;
  readonly cursor: MarkedRow | undefined;
}

/** Commands about the view as a whole. */
export function useViewCommands({ store, rows }: ExploreContext): void {
  const engine = useEngine();
  const go = (step: (history: ViewHistory) => ViewHistory): void =>
    store.setState(({ history }) => ({ history: step(history), anchor: undefined }));
  useCommand('explore.back', () => go(back));
  useCommand('explore.forward', () => go(forward));
  useCommand('explore.reset', () => {
    go((history) => visit(history, { ...EVERYTHING, order: history.view.order }));
    store.setState(({ drops }) => ({ drops: drops + 1 }));
  });
  useCommand('explore.order', () =>
    go((history) =>
      visit(history, {
        order: history.view.order === 'time-ascending' ? 'time-descending' : 'time-ascending',
      }),
    ),
  );
  useCommand('app.side-bar', () => store.setState(({ sideBar }) => ({ sideBar: !sideBar })));
  useCommand('events.wrap', () => store.setState(({ wrap }) => ({ wrap: !wrap })));
  useCommand('events.utc', () => runCommand('app.times'));

  const write = (format: 'csv' | 'jsonl'): void => {
    const { history, columns } = store.getState();
    void exportEvents(engine, {
      filter: filterOf(history.view),
      order: history.view.order,
      format,
      columns: columns.map(({ id }) => id),
    });
  };
  const any = (rows.total ?? 0) > 0;
  useCommand('explore.export-csv', () => write('csv'), any);
  useCommand('explore.export-jsonl', () => write('jsonl'), any);
}

/** Commands about the cursor and the selection. */
export function useSelectionCommands({ store, source, rows, cursor }: ExploreContext): void {
  const total = rows.total ?? 0;
  useCommand('events.select', () => {
    if (cursor === undefined) return;
    store.setState(({ selection }) => ({ selection: toggle(selection, cursor.key) }));
  });
  useCommand('events.select-all', () => {
    store.setState({ selection: ALL });
    announce(`All ${countOf(total, 'matching event')} selected`);
  });
  useCommand('events.close', () => {
    const { drawer } = store.getState();
    if (drawer.open && !drawer.pinned) store.setState({ drawer: { ...drawer, open: false } });
    else store.setState({ selection: NONE });
  });

  useCommand('events.pin', () =>
    store.setState(({ drawer }) => ({
      drawer: { ...drawer, open: true, pinned: !drawer.pinned },
    })),
  );

  const filterBy = (mode: 'only' | 'not'): void => {
    const column = store.getState().columns[store.getState().cursor.column];
    const cell =
      cursor === undefined || column === undefined ? undefined : cellValue(column.id, cursor);
    if (cell === undefined) {
      notify({ text: 'This column cannot be filtered by. Move to another with ← and →.' });
      return;
    }
    store.setState(({ history }) => ({
      history: visit(history, {
        query: addFilter(history.view.query, cell.field, cell.value, mode),
      }),
    }));
  };
  useCommand('events.stack', () => {
    const column = store.getState().columns[store.getState().cursor.column];
    const field = column === undefined ? undefined : stackField(column.id);
    if (field === undefined) {
      notify({ text: 'This column has no values to stack. Move to another with ← and →.' });
      return;
    }
    store.setState(({ stack }) => ({ mode: 'stack', stack: { ...stack, field } }));
  });
  useCommand('events.filter-in', () => filterBy('only'));
  useCommand('events.filter-out', () => filterBy('not'));

  const step = async (by: 1 | -1): Promise<void> => {
    const { columns, cursor: at } = store.getState();
    const column = columns[at.column];
    if (cursor === undefined || column === undefined) return;
    const wanted = cellValue(column.id, cursor);
    if (wanted === undefined) return;
    const found = await nextWithValue(source, total, at.row, by, (row) => {
      const cell = cellValue(column.id, row);
      return cell?.value === wanted.value;
    });
    if (found === undefined) announce('No other event with this value within 20,000 rows');
    else store.setState({ cursor: { ...at, row: found.index, key: found.row.key } });
  };
  const stepOrSay = (by: 1 | -1): void => {
    step(by).catch((error: unknown) => notifyFailure('The rows could not be read.', error));
  };
  useCommand('events.same-next', () => stepOrSay(1));
  useCommand('events.same-previous', () => stepOrSay(-1));

  useCommand('events.copy', () => {
    const { selection } = store.getState();
    const keys = selection.kind === 'some' ? new Set(selection.keys) : undefined;
    if (keys !== undefined && keys.size === 0 && cursor !== undefined) {
      void copyText(rowsText([cursor])).then(() => notify({ text: 'Copied 1 event.' }));
      return;
    }
    source
      .read(0, Math.min(total, COPIED) - 1)
      .then((read) => (keys === undefined ? read : read.filter(({ key }) => keys.has(key))))
      .then(async (read) => {
        await copyText(rowsText(read));
        notify({ text: `Copied ${countOf(read.length, 'event')}.` });
      })
      .catch((error: unknown) => notifyFailure('Nothing was copied.', error));
  });
}

/** Rows looked through for the clipboard or a value; beyond that an export or a query is meant. */
const COPIED = 20_000;
const CHUNK = 400;

async function nextWithValue(
  source: RowSource,
  total: number,
  from: number,
  by: 1 | -1,
  fits: (row: MarkedRow) => boolean,
): Promise<{ readonly index: number; readonly row: MarkedRow } | undefined> {
  const end = by === 1 ? Math.min(total - 1, from + COPIED) : Math.max(0, from - COPIED);
  for (let at = from + by; by === 1 ? at <= end : at >= end; at += by * CHUNK) {
    const other = at + by * (CHUNK - 1);
    const [first, last] = by === 1 ? [at, Math.min(other, end)] : [Math.max(other, end), at];
    const read = await source.read(first, last);
    const found = by === 1 ? read.findIndex(fits) : read.findLastIndex(fits);
    const row = read[found];
    if (row !== undefined) return { index: first + found, row };
  }
  return undefined;
}

/** Commands that act on the selected events, or on the one under the cursor. */
export function useActCommands({ store, rows, cursor }: ExploreContext): void {
  const engine = useEngine();
  const work = useWorkIfOpen();
  const places = usePlaces();
  const { readOnly } = useCase();
  const may = work !== undefined && readOnly === undefined;
  const target = () => {
    const { selection, history } = store.getState();
    return targetOf(selection, filterOf(history.view), rows.total ?? 0, cursor);
  };
  const ask = (kind: ActKind): void => {
    const chosen = target();
    if (chosen !== undefined) askFor(kind, chosen);
  };
  const any =
    cursor !== undefined || selectedCount(store.getState().selection, rows.total ?? 0) > 0;
  useCommand('events.tag', () => ask('tag'), may && any);
  useCommand('events.note', () => ask('note'), may && any);
  useCommand('events.board', () => ask('board'), may && any);
  useCommand('events.finding', () => ask('finding'), may && any);
  useCommand('events.pivot', () => ask('pivot'), cursor !== undefined);
  useCommand(
    'explore.looked-for',
    () => askLookedFor(filterOf(store.getState().history.view)),
    may,
  );
  useCommand(
    'events.reviewed',
    () => {
      const chosen = target();
      if (chosen === undefined || work === undefined) return;
      resolveTarget(engine, chosen)
        .then((events) => tellDone(work, work.act({ kind: 'review.mark', events, reviewed: true })))
        .catch((error: unknown) => notifyFailure('Nothing was marked.', error));
    },
    may && any,
  );
  useCommand(
    'events.cite',
    () => {
      if (cursor === undefined) return;
      putIntoTray(places, [cursor.id]);
      void copyText(cursor.id).then(() =>
        notify({
          text: 'Put by for the report, under Cite; its identity is on the clipboard too.',
          action: { label: 'Open the report', run: () => goTo('report') },
        }),
      );
    },
    cursor !== undefined,
  );
}
