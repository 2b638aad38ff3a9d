import type { ReactNode } from 'react';
import type { RecordOfType, RecordType } from '#shared/records/record-kinds.ts';
import { RECORD_KINDS, recordTitle } from '#shared/records/record-kinds.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { RemoveIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { fieldsOf } from './draft.ts';
import type { AnyFieldSpec, FieldSpec } from './field-spec.ts';
import { historyOf } from './record-history.ts';
import { valueShown } from './record-value.tsx';
import './records.css';

interface RecordDrawerProps<T extends RecordType> {
  readonly work: Work;
  readonly record: RecordOfType<T>;
  /** What is shown of it, in this order; what says nothing is left out. */
  readonly fields: readonly FieldSpec<T>[];
  readonly onClose: () => void;
  /** Absent where nothing can be changed. */
  readonly onEdit?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** Over the facts: marks and acts of this kind. */
  readonly head?: ReactNode;
  /** Below the facts. */
  readonly children?: ReactNode;
}

/** One record: its fields, and who said what of it when. */
export function RecordDrawer<T extends RecordType>(props: RecordDrawerProps<T>) {
  const { work, onEdit, onRemove, onClose } = props;
  const record: CaseRecord = props.record;
  const state = useWorkView((view) => view.state);
  const times = useSettings((settings) => settings.times);
  const { noun } = RECORD_KINDS[record.type];
  const title = recordTitle(record);
  const values = fieldsOf(record);
  const shown = (props.fields as unknown as readonly AnyFieldSpec[])
    .filter(({ name }) => values[name] !== title)
    .map((spec) => [spec, valueShown(spec, values[spec.name], state, times)] as const)
    .filter(([, value]) => value !== undefined);
  const facts = shown.filter(([spec]) => !isBlock(spec));
  const blocks = shown.filter(([spec]) => isBlock(spec));
  return (
    <Drawer
      label={`${capital(noun)} ${visibleLine(title)}`}
      title={capital(noun)}
      onClose={onClose}
      controls={
        <>
          {onEdit === undefined ? null : (
            <IconButton size="small" icon={RenameIcon} label="Edit" keys="e" onPress={onEdit} />
          )}
          {onRemove === undefined ? null : (
            <IconButton
              size="small"
              icon={RemoveIcon}
              label={`Remove the ${noun}`}
              keys="Delete"
              onPress={onRemove}
            />
          )}
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className="fl-record-detail" role="group" aria-label="Details" tabIndex={0}>
        <h2 className="fl-record-title">{visibleText(title)}</h2>
        {props.head}
        {facts.length === 0 ? null : (
          <dl className="fl-facts">
            {facts.map(([{ name, label }, value]) => (
              <Fact key={name} name={label}>
                {value}
              </Fact>
            ))}
          </dl>
        )}
        {blocks.map(([spec, value]) => (
          <section key={spec.name} className="fl-record-block">
            {spec.input === 'events' ? null : <h3 className="fl-label">{spec.label}</h3>}
            {spec.input === 'events' ? value : <p className="fl-selectable">{value}</p>}
          </section>
        ))}
        {props.children}
        <RecordHistory work={work} record={record} />
      </div>
    </Drawer>
  );
}

/** Who said what of a record when, newest first. */
export function RecordHistory({
  work,
  record,
}: {
  readonly work: Work;
  readonly record: CaseRecord;
}) {
  const times = useSettings((settings) => settings.times);
  // What was done is read anew with every act.
  useWorkView(({ version }) => version);
  return (
    <section className="fl-record-block">
      <h3 className="fl-label">History</h3>
      <ol className="fl-record-history" aria-label="What was done, newest first">
        {historyOf(work, record.id).map(({ op, sentence, analyst, at, reason }) => (
          <li key={op.id}>
            {visibleLine(sentence)}
            {reason === undefined ? '' : `: ${visibleLine(reason)}`}
            <span className="fl-faint">
              {' '}
              · {visibleLine(analyst)} · {instantText(at, 's', times)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const isBlock = ({ input }: AnyFieldSpec): boolean => input === 'prose' || input === 'events';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
