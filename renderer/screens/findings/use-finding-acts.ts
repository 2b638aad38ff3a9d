import { useState } from 'react';
import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { BoardItemId, EventId } from '#shared/model/ids.ts';
import { boardByRank } from '#shared/work/ordered.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { goTo, showEvent } from '#renderer/state/navigation.ts';
import { notify } from '#renderer/state/notify.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { itemOfFinding } from './finding-item.ts';
import type { FindingRow } from './finding-rows.ts';
import type { FindingsPlaceStore } from './findings-place.ts';

export type FindingDialogKind =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'dismiss' | 'cite'; readonly finding: Finding };

export interface FindingActs {
  readonly dialog: FindingDialogKind | undefined;
  readonly ask: (dialog: FindingDialogKind | undefined) => void;
  readonly setStatus: (finding: Finding, status: Finding['status']) => void;
  readonly toBoard: (finding: Finding) => void;
  readonly remove: (finding: Finding) => void;
  readonly close: () => void;
}

interface FindingActsOptions {
  readonly work: Work;
  readonly store: FindingsPlaceStore;
  readonly rows: readonly FindingRow[];
  readonly events: ReadonlyMap<EventId, MarkedRow | null>;
  readonly focusList: () => void;
}

/** What can be done to findings, by command and by pointer. */
export function useFindingActs(options: FindingActsOptions): FindingActs {
  const { work, store, rows, events, focusList } = options;
  const [dialog, ask] = useState<FindingDialogKind>();
  const writable = work.info.readOnly === undefined;
  const onCurrent = (act: (finding: Finding) => void) => (): void => {
    const row = rows[store.getState().cursor];
    if (row?.kind === 'finding') act(row.finding);
  };
  const setStatus = (finding: Finding, status: Finding['status']): void => {
    if (finding.status === status) return;
    const body = { kind: 'finding.edit', finding: finding.id, change: { status } } as const;
    void tellDone(work, work.act(body));
  };
  const toBoard = (finding: Finding): void => {
    const { board } = work.store.getState().state;
    const id = crypto.randomUUID() as string as BoardItemId;
    const rank = rankBetween(boardByRank(board).at(-1)?.rank, undefined);
    const item = itemOfFinding(finding, events, id, rank);
    const there = [...board.values()].some(
      ({ title, event }) => title === item.title && event === item.event,
    );
    if (there) {
      const action = { label: 'Show board', run: () => goTo('board') };
      notify({ text: 'This finding is on the board already.', action });
      return;
    }
    void tellDone(work, work.act({ kind: 'board.add', item }));
  };
  const remove = (finding: Finding): void => {
    if (store.getState().open === finding.id) store.setState({ open: undefined });
    void tellDone(work, work.act({ kind: 'finding.remove', finding: finding.id }));
  };
  const close = (): void => {
    store.setState({ open: undefined });
    focusList();
  };
  const ofCurrent = (kind: 'edit' | 'dismiss' | 'cite') =>
    onCurrent((finding) => ask({ kind, finding }));

  useCommand('findings.new', () => ask({ kind: 'new' }), writable);
  useCommand('findings.edit', ofCurrent('edit'), writable);
  useCommand('findings.dismiss', ofCurrent('dismiss'), writable);
  useCommand('findings.cite', ofCurrent('cite'), writable);
  useCommand(
    'findings.confirm',
    onCurrent((finding) => setStatus(finding, 'confirmed')),
    writable,
  );
  useCommand(
    'findings.reopen',
    onCurrent((finding) => setStatus(finding, 'open')),
    writable,
  );
  useCommand('findings.board', onCurrent(toBoard), writable);
  useCommand('findings.remove', onCurrent(remove), writable);
  useCommand(
    'findings.event',
    onCurrent(({ events: [first] }) => (first === undefined ? undefined : showEvent(first))),
  );
  useCommand('findings.close', close);
  return { dialog, ask, setStatus, toBoard, remove, close };
}
