import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { inOrder } from '#shared/board/board-order.ts';
import { causeGroups } from '#shared/learning/cause-tree.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { linksOf } from '#shared/work/ordered.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import { RecordDrawer } from '#renderer/records/record-drawer.tsx';
import { useRecordErrand } from '#renderer/records/use-record-errand.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { AddIcon, HelpIcon, PrintIcon } from '#renderer/ui/icons.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { layoutOf } from '../learning-place.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import { causeFields } from './cause-fields.ts';
import { causeRows } from './cause-rows.ts';
import { CauseTree } from './cause-tree.tsx';
import { ControlsView } from './controls-view.tsx';
import { MoveCauseDialog } from './move-cause-dialog.tsx';
import { useCauseActs } from './use-cause-acts.ts';

interface CausesViewProps {
  readonly work: Work;
  readonly store: LearningPlaceStore;
}

/** Why it could happen, each cause under what it explains; below, what the controls did. */
export function CausesView({ work, store }: CausesViewProps) {
  const tree = useRef<HTMLDivElement>(null);
  const causes = useRecords('cause');
  const board = useStore(work.store, ({ state }) => state.board);
  const links = useStore(work.store, ({ state }) => linksOf(state));
  const open = useStore(store, (place) => place.cause);
  const items = useMemo(() => inOrder(board.values()), [board]);
  const rows = useMemo(
    () =>
      causeRows(
        causeGroups(
          causes,
          items.map(({ id }) => id),
        ),
        items,
        links,
      ),
    [causes, items, links],
  );
  const fields = useMemo(() => causeFields(items), [items]);
  const focusTree = (): void =>
    tree.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus();
  const acts = useCauseActs({ work, store, causes, rows, focusTree });
  const find = (id: RecordId): void => {
    acts.follow(id);
    store.setState({ cause: id });
  };
  useRecordErrand(['cause'], find, focusTree);
  const shown = open === undefined ? undefined : causes.get(open as RecordId);
  const writable = work.info.readOnly === undefined;
  const { dialog } = acts;

  const main =
    causes.size === 0 ? (
      <EmptyState
        icon={HelpIcon}
        title="No cause yet"
        actions={
          writable ? (
            <Button variant="primary" icon={AddIcon} onPress={acts.askNew}>
              New cause…
            </Button>
          ) : undefined
        }
      >
        Begin with an item of the board and ask why it could happen; then ask why of the answer,
        until the answer is something that can be changed. Five times is usual.
      </EmptyState>
    ) : (
      <>
        <div className="fl-record-bar">
          <p className="fl-muted">
            w asks why of the cause under the cursor, Alt Shift ← → moves it out and in.
          </p>
          <span className="fl-record-bar-rest" />
          <Button icon={PrintIcon} onPress={() => runCommand('causes.print')}>
            Print…
          </Button>
          {writable ? (
            <Button variant="primary" icon={AddIcon} keys="n" onPress={acts.askNew}>
              New cause…
            </Button>
          ) : null}
        </div>
        <div className="fl-record-list" ref={tree}>
          <CauseTree rows={rows} store={store} count={causes.size} />
        </div>
      </>
    );

  return (
    <>
      <Panes
        id="learning-causes"
        {...layoutOf(store, 'causes')}
        panes={[
          {
            id: 'left',
            label: 'causes and controls',
            min: '420px',
            content: (
              <Panes
                id="learning-causes-left"
                direction="vertical"
                {...layoutOf(store, 'causes-left')}
                panes={[
                  {
                    id: 'causes',
                    label: 'the causes',
                    size: '60%',
                    min: '160px',
                    content: <div className="fl-record-view">{main}</div>,
                  },
                  {
                    id: 'controls',
                    label: 'the controls',
                    min: '120px',
                    content: <ControlsView />,
                  },
                ]}
              />
            ),
          },
          ...detailsPane(
            'cause',
            shown === undefined ? undefined : (
              <RecordDrawer
                key={shown.id}
                work={work}
                record={shown}
                fields={fields}
                onClose={acts.close}
                onEdit={writable ? () => acts.ask({ kind: 'edit', cause: shown }) : undefined}
                onRemove={writable ? () => acts.remove(shown) : undefined}
                head={
                  writable ? (
                    <div className="fl-learning-acts">
                      <Button keys="w" onPress={() => acts.askWhy(shown)}>
                        Why?
                      </Button>
                      <Button keys="m" onPress={() => acts.ask({ kind: 'move', cause: shown })}>
                        Move…
                      </Button>
                    </div>
                  ) : undefined
                }
              />
            ),
          ),
        ]}
      />
      {dialog?.kind === 'move' ? (
        <MoveCauseDialog
          cause={dialog.cause}
          causes={causes}
          items={items}
          onMove={acts.moveTo}
          close={() => acts.ask(undefined)}
        />
      ) : null}
      {dialog === undefined || dialog.kind === 'move' ? null : (
        <RecordDialog<'cause'>
          work={work}
          title={
            dialog.kind === 'edit'
              ? 'Edit cause'
              : dialog.initial.answers === undefined
                ? 'New cause'
                : 'Why?'
          }
          fields={fields}
          start={
            dialog.kind === 'edit'
              ? { record: dialog.cause }
              : { type: 'cause', initial: dialog.initial }
          }
          close={() => acts.ask(undefined)}
          onSaved={({ id }) => acts.follow(id)}
        />
      )}
    </>
  );
}
