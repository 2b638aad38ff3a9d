import { useMemo } from 'react';
import { VERDICT_NAMES } from '#shared/learning/words.ts';
import type { Control } from '#shared/records/kinds/control.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { VerifyIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { CONTROL_FIELDS } from './control-fields.ts';
import { ControlMark } from './control-mark.tsx';

const ORDER: readonly Control['verdict'][] = ['absent', 'failed', 'partly', 'held'];

/** Safeguards, and what each did in this incident. */
export function ControlsView() {
  const controls = useRecords('control');
  const causes = useRecords('cause');
  const store = useRecordPlace('learning-controls');
  const rows = useMemo(
    () =>
      [...controls.values()].sort(
        (a, b) =>
          ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
          a.title.localeCompare(b.title, 'en'),
      ),
    [controls],
  );
  const columns = useMemo((): readonly RecordColumn<Control>[] => {
    const causeOf = ({ cause }: Control): string =>
      cause === undefined ? '' : visibleLine(causes.get(cause)?.title ?? 'removed');
    return [
      {
        id: 'verdict',
        title: 'What it did',
        width: 118,
        by: ({ verdict }) => ORDER.indexOf(verdict),
        text: ({ verdict }) => VERDICT_NAMES[verdict],
        render: ({ verdict }) => <ControlMark verdict={verdict} />,
      },
      {
        id: 'title',
        title: 'Control',
        width: 240,
        grows: true,
        by: ({ title }) => title,
        text: ({ title, notes = '' }) => `${title} ${notes}`,
        render: ({ title }) => <span className="fl-cut">{visibleLine(title)}</span>,
      },
      {
        id: 'cause',
        title: 'Bears on',
        width: 260,
        by: causeOf,
        text: causeOf,
        render: (one) => <span className="fl-cut">{causeOf(one)}</span>,
      },
      {
        id: 'reference',
        title: 'Reference',
        width: 110,
        by: ({ reference }) => reference,
        text: ({ reference = '' }) => reference,
        render: ({ reference = '' }) => <span className="fl-cut">{visibleLine(reference)}</span>,
      },
    ];
  }, [causes]);
  return (
    <RecordView
      type="control"
      label="Controls"
      records={rows}
      fields={CONTROL_FIELDS}
      columns={columns}
      initial={() => ({ verdict: 'failed' as const })}
      store={store}
      empty={{
        icon: VerifyIcon,
        title: 'No control yet',
        text: 'Which safeguards held, held in part, failed or were absent? Press n for the first.',
      }}
    />
  );
}
