import { useState } from 'react';
import { besides, lastRank, mayAnswer, movedRank } from '#shared/learning/cause-tree.ts';
import type { Causes } from '#shared/learning/cause-tree.ts';
import type { BoardItemId, RecordId } from '#shared/model/ids.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';
import type { RecordChange } from '#shared/records/record-schema.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useCommand } from '#renderer/commands/registry.ts';
import { editRecord, removeRecord } from '#renderer/records/record-acts.ts';
import { announce } from '#renderer/state/announce.ts';
import type { Work } from '#renderer/state/work.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import { printLearning } from '../save-file.ts';
import type { CauseRow } from './cause-rows.ts';
import { rowAtCursor } from './cause-rows.ts';

export type CauseDialogKind =
  | { readonly kind: 'new'; readonly initial: Partial<Cause> }
  | { readonly kind: 'edit'; readonly cause: Cause }
  | { readonly kind: 'move'; readonly cause: Cause };

export interface CauseActs {
  readonly dialog: CauseDialogKind | undefined;
  readonly ask: (dialog: CauseDialogKind | undefined) => void;
  readonly askNew: () => void;
  readonly askWhy: (cause: Cause) => void;
  readonly moveTo: (cause: Cause, target: { answers?: RecordId; enabled?: BoardItemId }) => void;
  readonly remove: (cause: Cause) => void;
  readonly close: () => void;
  /** Puts the cursor on a cause, wherever it comes to stand. */
  readonly follow: (id: RecordId) => void;
}

interface CauseActsOptions {
  readonly work: Work;
  readonly store: LearningPlaceStore;
  readonly causes: Causes;
  readonly rows: readonly CauseRow[];
  readonly focusTree: () => void;
}

/** What can be done to causes, by command and by pointer. */
export function useCauseActs(options: CauseActsOptions): CauseActs {
  const { work, store, causes, rows, focusTree } = options;
  const engine = useEngine();
  const [dialog, ask] = useState<CauseDialogKind>();
  const writable = work.info.readOnly === undefined;
  const current = (): CauseRow | undefined => rows[rowAtCursor(rows, store.getState())];

  const follow = (id: RecordId): void => store.setState({ causeAt: id });

  const begin = (more: Partial<Cause>): void =>
    ask({
      kind: 'new',
      initial: {
        standing: 'inferred',
        kind: 'intermediate',
        rank: lastRank(causes, more.answers),
        ...more,
      },
    });
  const askNew = (): void => {
    const row = current();
    begin(row?.kind === 'item' && row.item !== undefined ? { enabled: row.item.id } : {});
  };
  const askWhy = (cause: Cause): void => begin({ answers: cause.id });
  const change = (cause: Cause, to: RecordChange<'cause'>): void => {
    follow(cause.id);
    editRecord(work, { type: 'cause', record: cause.id, change: to });
  };

  const moveTo: CauseActs['moveTo'] = (cause, { answers, enabled }) => {
    if (answers !== undefined && !mayAnswer(causes, cause.id, answers)) {
      announce('This would make a cause answer itself');
      return;
    }
    change(cause, {
      answers: answers ?? null,
      enabled: enabled ?? null,
      rank: lastRank(causes, answers),
    });
  };
  const reorder = (cause: Cause, by: -1 | 1): void => {
    const rank = movedRank(causes, cause, by);
    if (rank === undefined) announce('It is the last of those beside it');
    else change(cause, { rank });
  };
  const inwards = (cause: Cause): void => {
    const list = besides(causes, cause);
    const before = list[list.findIndex(({ id }) => id === cause.id) - 1];
    if (before === undefined) announce('There is no cause before it that it could answer');
    else moveTo(cause, { answers: before.id });
  };
  const outwards = (cause: Cause): void => {
    const above = cause.answers === undefined ? undefined : causes.get(cause.answers);
    if (above === undefined) announce('It stands at the top already');
    else
      moveTo(cause, {
        ...(above.answers !== undefined && { answers: above.answers }),
        ...(above.enabled !== undefined && { enabled: above.enabled }),
      });
  };
  const remove = (cause: Cause): void => {
    if (store.getState().cause === cause.id) store.setState({ cause: undefined });
    removeRecord(work, 'cause', cause.id);
    focusTree();
  };
  const close = (): void => {
    store.setState({ cause: undefined });
    focusTree();
  };

  const onCurrent = (act: (cause: Cause) => void) => (): void => {
    const row = current();
    if (row?.kind === 'cause') act(row.cause);
  };
  const any = writable && causes.size > 0;
  useCommand('causes.new', askNew, writable);
  useCommand('causes.why', onCurrent(askWhy), any);
  useCommand(
    'causes.edit',
    onCurrent((cause) => ask({ kind: 'edit', cause })),
    any,
  );
  useCommand(
    'causes.move',
    onCurrent((cause) => ask({ kind: 'move', cause })),
    any,
  );
  useCommand(
    'causes.up',
    onCurrent((cause) => reorder(cause, -1)),
    any,
  );
  useCommand(
    'causes.down',
    onCurrent((cause) => reorder(cause, 1)),
    any,
  );
  useCommand('causes.in', onCurrent(inwards), any);
  useCommand('causes.out', onCurrent(outwards), any);
  useCommand('causes.remove', onCurrent(remove), any);
  useCommand('causes.close', close, store.getState().cause !== undefined);
  useCommand(
    'causes.print',
    () =>
      void printLearning(work, engine, 'causes', {
        title: 'Print the causes',
        name: 'root-cause.pdf',
      }),
    causes.size > 0,
  );
  return { dialog, ask, askNew, askWhy, moveTo, remove, close, follow };
}
