import { useMemo } from 'react';
import { aliasHints } from '#shared/entities/alias-hints.ts';
import { entityQuery, entityText } from '#shared/entities/entity-query.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { RecordHistory } from '#renderer/records/record-drawer.tsx';
import { showQuery } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { ExploreIcon, MergeIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import type { EntityDialogKind } from '../list/entity-dialogs.tsx';
import { secondText, timeTitle } from '../times.ts';
import type { Entities } from '../use-entities.ts';
import { VerdictMark } from '#renderer/entities/verdict-mark.tsx';
import { ANALYSIS_NAMES, KIND_TITLES } from '#renderer/entities/words.ts';
import { Aliases } from './aliases.tsx';
import { MentionList } from './mention-list.tsx';
import { RelatedList } from './related-list.tsx';

interface EntityDrawerProps {
  readonly work: Work;
  readonly row: EntityRow;
  readonly entities: Entities;
  readonly onClose: () => void;
  /** Absent where nothing can be changed. */
  readonly ask?: ((dialog: EntityDialogKind) => void) | undefined;
  readonly onCite: () => void;
  readonly onGraph: () => void;
  readonly onRehearse: () => void;
  readonly onShow: (row: EntityRow) => void;
}

/** One entity: its names, what was decided of it and why, where it stands in the evidence, who stands beside it. */
export function EntityDrawer(props: EntityDrawerProps) {
  const { work, row, entities, ask, onShow } = props;
  const { record, written } = row;
  const times = useSettings((settings) => settings.times);
  const query = entityQuery(written);
  const count = useRead('events.count', { query }, { keepPrevious: false });
  const hints = useMemo(() => aliasHints(row, entities.rows), [row, entities.rows]);
  const rehearsable = row.kind === 'host' || row.kind === 'account';
  return (
    <Drawer
      label={`Entity ${visibleLine(row.label)}`}
      title={KIND_TITLES[row.kind]}
      onClose={props.onClose}
      controls={
        ask === undefined ? undefined : (
          <>
            <IconButton
              size="small"
              icon={RenameIcon}
              label="Judge and describe"
              keys="e"
              onPress={() => ask({ kind: 'judge', row })}
            />
            <IconButton
              size="small"
              icon={MergeIcon}
              label="Merge with another"
              keys="m"
              onPress={() => ask({ kind: 'merge', row })}
            />
          </>
        )
      }
    >
      <div className="fl-record-detail">
        <h2 className="fl-record-title">{visibleText(row.label)}</h2>
        <div className="fl-entity-acts">
          {ask === undefined ? null : (
            <Button onPress={() => ask({ kind: 'judge', row })}>Judge…</Button>
          )}
          <Button aria-label="Cite in the report" onPress={props.onCite}>
            Cite
          </Button>
          <Button onPress={props.onGraph}>Graph</Button>
          {rehearsable ? <Button onPress={props.onRehearse}>Rehearse</Button> : null}
        </div>
        <dl className="fl-facts">
          <Fact name="Verdict">
            <VerdictMark verdict={record?.verdict ?? 'unknown'} hostile={record?.hostile} />
          </Fact>
          {row.label === row.value ? null : (
            <Fact name="In evidence">{visibleLine(row.value)}</Fact>
          )}
          {record?.role === undefined ? null : <Fact name="Role">{visibleLine(record.role)}</Fact>}
          <Fact name="Analysis">{ANALYSIS_NAMES[record?.analysis ?? 'not-started']}</Fact>
          {row.first === undefined ? null : (
            <Fact name={timeTitle('First seen', times)}>{secondText(row.first, times)}</Fact>
          )}
          {row.last === undefined ? null : (
            <Fact name={timeTitle('Last seen', times)}>{secondText(row.last, times)}</Fact>
          )}
        </dl>
        <Button
          icon={ExploreIcon}
          className="fl-entity-events"
          keys="x"
          isDisabled={count.data?.total === 0}
          onPress={() => showQuery(query)}
        >
          {count.data === undefined ? 'Its events' : countOf(count.data.total, 'event')}
        </Button>
        {count.data?.total === 0 ? <InText row={row} /> : null}
        <Aliases row={row} hints={hints} ask={ask} onShow={onShow} />
        {record?.notes === undefined ? null : (
          <section className="fl-record-block">
            <h3 className="fl-label">Notes</h3>
            <p className="fl-selectable">{visibleText(record.notes)}</p>
          </section>
        )}
        {record?.clearedDespite === undefined ? null : (
          <section className="fl-record-block">
            <h3 className="fl-label">What the evidence could not show when it was cleared</h3>
            <p className="fl-selectable">{visibleText(record.clearedDespite)}</p>
          </section>
        )}
        <MentionList mentions={row.mentions} record={record?.id} />
        <RelatedList row={row} entities={entities} onShow={onShow} />
        {record === undefined ? null : <RecordHistory work={work} record={record} />}
      </div>
    </Drawer>
  );
}

/** No field means it, but its name may stand in the words of a message: said apart, as it may mean something else there. */
function InText({ row }: { readonly row: EntityRow }) {
  const query = entityText(row.names);
  const { data } = useRead('events.count', { query }, { keepPrevious: false });
  if (data === undefined || data.total === 0) return null;
  return (
    <Button size="small" className="fl-entity-events" onPress={() => showQuery(query)}>
      {countOf(data.total, 'event')} with the name in the text
    </Button>
  );
}
