import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useCommand } from '#renderer/commands/registry.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { useRecords } from '#renderer/records/use-records.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FilterIcon, PackageInIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ResponsePlaceStore } from '../response-place.ts';
import { useNow } from '../use-now.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import { PlaybookDetail } from './playbook-detail.tsx';
import type { PlaybookRow } from './playbook-rows.tsx';
import { playbookColumns } from './playbook-rows.tsx';
import { usePlaybookFiles } from './use-playbook-files.ts';

interface PlaybooksTabProps {
  readonly work: Work;
  readonly store: ResponsePlaceStore;
}

/** All playbooks there are to choose from, with the steps of one beside them. */
export function PlaybooksTab({ work, store }: PlaybooksTabProps) {
  const list = useRecordPlace('response-playbooks');
  const { filter, sort, descending, cursor, layout } = useStore(list);
  const tasks = useRecords('task');
  const now = useNow();
  const files = usePlaybookFiles();
  const { data, error } = useRead('playbooks.list', {});
  const [asked, ask] = useState<PlaybookRow>();
  useCommand('response.playbook', () => void files.importFile());
  const entries = useMemo(
    () => (data?.entries ?? []).map((entry): PlaybookRow => ({ ...entry, id: entry.playbook.id })),
    [data],
  );
  const columns = useMemo(() => playbookColumns(tasks, now), [tasks, now]);
  const rows = useMemo(
    () => shownRows(entries, columns, { filter, sort, descending }),
    [entries, columns, filter, sort, descending],
  );
  const shown = rows[Math.max(0, Math.min(cursor, rows.length - 1))];
  const writable = work.info.readOnly === undefined;
  return (
    <div className="fl-response-tab">
      <div className="fl-task-bar">
        <div className="fl-record-filter">
          <Field
            label="Filter playbooks"
            hideLabel
            placeholder="Filter"
            value={filter}
            onChange={(next) => list.setState({ filter: next, cursor: 0, top: 0 })}
          />
        </div>
        <span className="fl-task-bar-rest" />
        <Button icon={PackageInIcon} onPress={() => void files.importFile()}>
          Import…
        </Button>
      </div>
      {error === null ? null : <Notice tone="critical">{error.message}</Notice>}
      {(data?.problems ?? []).map((problem) => (
        <Notice key={problem} tone="warning" banner>
          {visibleLine(problem)}
        </Notice>
      ))}
      <Panes
        id="response-playbooks"
        layout={layout}
        onLayout={(next) => list.setState({ layout: next })}
        panes={[
          {
            id: 'main',
            label: 'the playbooks',
            min: '320px',
            content: (
              <div className="fl-task-main">
                <RecordTable
                  label="Playbooks"
                  noun="playbook"
                  rows={rows}
                  columns={columns}
                  store={list}
                  onOpen={(row) => {
                    if (writable) ask(row);
                  }}
                  empty={
                    data === undefined || rows.length > 0 ? undefined : (
                      <EmptyState
                        icon={FilterIcon}
                        title="No playbook matches"
                        actions={
                          <Button onPress={() => list.setState({ filter: '' })}>
                            Clear the filter
                          </Button>
                        }
                      />
                    )
                  }
                />
              </div>
            ),
          },
          ...detailsPane(
            'playbook',
            shown === undefined ? undefined : (
              <PlaybookDetail
                key={shown.id}
                work={work}
                row={shown}
                files={files}
                onChoose={() => ask(shown)}
              />
            ),
            { label: 'the steps', size: '46%', min: '340px', max: '70%' },
          ),
        ]}
      />
      {asked === undefined ? null : (
        <ChooseDialog
          work={work}
          playbook={asked.playbook}
          close={() => ask(undefined)}
          onChosen={(use) =>
            store.setState({ tab: 'tasks', playbook: use, only: 'all', owner: 'any', phase: 'any' })
          }
        />
      )}
    </div>
  );
}
