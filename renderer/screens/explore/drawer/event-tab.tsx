import type { EventDetail, MarkedRow } from '#shared/model/event.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { runCommand, useAvailableCommands } from '#renderer/commands/registry.ts';
import { showEvidence } from '#renderer/state/navigation.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useCase } from '#renderer/state/session-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { BoardIcon, FindingIcon, NoteIcon, TagIcon } from '#renderer/ui/icons.ts';
import { ClassMark } from '#renderer/ui/marks/class-mark.tsx';
import { LevelMark } from '#renderer/ui/marks/level-mark.tsx';
import { TagChip } from '#renderer/ui/marks/tag-chip.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import { instantText, zoneText } from '#renderer/ui/time-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { Notes } from './notes.tsx';
import { ValueActs } from './value-acts.tsx';

interface EventTabProps {
  readonly store: ExplorePlaceStore;
  readonly row: MarkedRow;
  /** Absent while it is being read. */
  readonly detail: EventDetail | undefined;
}

const BASIS = {
  utc: 'UTC by the format',
  offset: 'zone stated by the source',
  assumed: 'zone assumed, not stated',
  none: 'no usable time in the record',
} as const;

const ACTS = [
  { id: 'events.tag', label: 'Tag', icon: TagIcon },
  { id: 'events.note', label: 'Note', icon: NoteIcon },
  { id: 'events.board', label: 'Board', icon: BoardIcon },
  { id: 'events.finding', label: 'Finding', icon: FindingIcon },
] as const;

/** The event itself: message, marks, hot fields, and where exactly it comes from. */
export function EventTab({ store, row, detail }: EventTabProps) {
  const available = useAvailableCommands();
  return (
    <>
      <div className="fl-detail-acts">
        {ACTS.map(({ id, label, icon }) => (
          <Button
            key={id}
            size="small"
            icon={icon}
            isDisabled={!available.has(id)}
            onPress={() => runCommand(id)}
          >
            {label}
          </Button>
        ))}
      </div>
      <p className="fl-detail-message fl-evidence-text">{visibleText(row.message)}</p>
      <Marks row={row} />
      {detail === undefined ? null : <Notes detail={detail} />}
      <HotFields store={store} row={row} />
      <Origin row={row} detail={detail} />
    </>
  );
}

function Marks({ row }: { readonly row: MarkedRow }) {
  const engine = useEngine();
  const work = useWorkIfOpen();
  const { readOnly } = useCase();
  if (row.tags.length === 0) return null;
  const may = work !== undefined && readOnly === undefined;
  const remove = (tag: string): void => {
    if (work === undefined) return;
    engine
      .call('events.resolveKeys', { keys: [row.key] })
      .then((events) => tellDone(work, work.act({ kind: 'tag.remove', tag, events })))
      .catch((error: unknown) => notifyFailure('The tag was not taken off.', error));
  };
  return (
    <div className="fl-detail-tags">
      {row.tags.map((tag) => (
        <TagChip key={tag} tag={tag} {...(may ? { onRemove: () => remove(tag) } : {})} />
      ))}
    </div>
  );
}

function HotFields({ store, row }: Omit<EventTabProps, 'detail'>) {
  const times = useSettings((settings) => settings.times);
  const fields = [
    ['Host', 'host', row.host],
    ['User', 'user', row.user],
    ['Source', 'source.ip', row.sourceIp],
    ['Destination', 'destination.ip', row.destinationIp],
    ['Process', 'process', row.process],
    ['Code', 'code', row.code],
    ['Action', 'action', row.action],
    ['Outcome', 'outcome', row.outcome],
    ['Channel', 'channel', row.channel],
    ['Provider', 'provider', row.provider],
  ] as const;
  return (
    <dl className="fl-facts">
      <Fact name="Time" acts={<CopyTime row={row} />}>
        {row.time === undefined ? (
          'undated'
        ) : (
          <>
            {instantText(row.time, row.precision, times)} {zoneText(times, row.time)}
            {row.zone === 'assumed' ? <em> assumed</em> : null}
          </>
        )}
        <div className="fl-faint">
          {row.timeMeaning}, {BASIS[row.zone]}
          {row.timeOriginal === undefined ? null : (
            <>
              ; as written:{' '}
              <span className="fl-evidence-text">{visibleLine(row.timeOriginal)}</span>
            </>
          )}
        </div>
      </Fact>
      <Fact name="Class" acts={<ValueActs store={store} field="class" value={row.category} />}>
        <ClassMark category={row.category} />
      </Fact>
      {row.level === undefined ? null : (
        <Fact name="Level" acts={<ValueActs store={store} field="level" value={row.level} />}>
          <LevelMark level={row.level} /> {row.level}
        </Fact>
      )}
      {fields.map(([name, field, value]) =>
        value === undefined ? null : (
          <Fact
            key={field}
            name={name}
            acts={<ValueActs store={store} field={field} value={value} />}
          >
            <span className="fl-evidence-text">{visibleText(value)}</span>
          </Fact>
        ),
      )}
    </dl>
  );
}

const CopyTime = ({ row }: { readonly row: MarkedRow }) =>
  row.time === undefined ? null : (
    <CopyButton
      text={instantText(row.time, row.precision, 'utc') + 'Z'}
      label="Copy the time in UTC"
    />
  );

function Origin({ row, detail }: Omit<EventTabProps, 'store'>) {
  return (
    <dl className="fl-facts fl-detail-origin">
      <Fact
        name="Evidence"
        acts={
          <Button size="small" variant="quiet" onPress={() => showEvidence(row.evidence)}>
            Open
          </Button>
        }
      >
        <span className="fl-evidence-text">{visibleLine(detail?.evidenceName ?? '…')}</span>
      </Fact>
      <Fact name="Place">
        <span className="fl-mono">
          0x{row.offset.toString(16)}, {countText(row.length)} bytes
        </span>
        {row.record === undefined ? null : <>, record {row.record}</>}
        {row.recovered ? <div>Recovered from slack or a damaged area</div> : null}
      </Fact>
      {detail === undefined ? null : (
        <>
          <Fact name="Parser">
            <span className="fl-mono">
              {detail.parser}@{detail.parserVersion}
            </span>
          </Fact>
          <Fact
            name="SHA-256"
            acts={<CopyButton text={detail.evidenceSha256} label="Copy the evidence’s SHA-256" />}
          >
            <span className="fl-mono">{detail.evidenceSha256.slice(0, 24)}…</span>
          </Fact>
        </>
      )}
      <Fact name="Identity" acts={<CopyButton text={row.id} label="Copy the event’s identity" />}>
        <span className="fl-mono">{row.id}</span>
      </Fact>
    </dl>
  );
}
