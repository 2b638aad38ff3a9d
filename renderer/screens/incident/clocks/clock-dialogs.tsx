import { compareItems } from '#shared/board/board-order.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { KeyTimeDialog } from '#renderer/key-times/key-time-dialog.tsx';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import type { ClockQuestion } from './clock-acts.tsx';
import { CountingDialog } from './counting-dialog.tsx';
import { DEADLINE_FIELDS } from './deadline-fields.ts';
import { RulesDialog } from './rules-dialog.tsx';

interface ClockDialogsProps {
  readonly work: Work;
  readonly deadlines: readonly Deadline[];
  readonly question: ClockQuestion | undefined;
  readonly close: () => void;
}

const MET: readonly FieldSpec<'deadline'>[] = [
  {
    name: 'metAt',
    label: 'Met',
    input: 'time',
    wide: true,
    help: 'When whoever had to be told was told.',
  },
];

const WAIVED: readonly FieldSpec<'deadline'>[] = [
  {
    name: 'waivedBecause',
    label: 'Why it does not apply, and who says so',
    input: 'line',
    wide: true,
    placeholder: 'No personal data was reached (counsel, 13 May 2026)',
  },
];

/** Whichever dialog about the clocks is asked for. */
export function ClockDialogs({ work, deadlines, question, close }: ClockDialogsProps) {
  if (question === undefined) return null;
  switch (question.kind) {
    case 'met':
    case 'waive':
    case 'edit':
      return (
        <RecordDialog<'deadline'>
          work={work}
          title={TITLES[question.kind]}
          fields={
            question.kind === 'edit' ? DEADLINE_FIELDS : question.kind === 'met' ? MET : WAIVED
          }
          start={{ record: question.deadline }}
          close={close}
        />
      );
    case 'key-time': {
      const { board, moments } = work.store.getState().state;
      return (
        <KeyTimeDialog
          name={question.name}
          now={moments.get(question.name)}
          items={[...board.values()].sort(compareItems)}
          close={close}
          onMark={(mark) => void tellDone(work, work.act(mark))}
        />
      );
    }
    case 'rules':
      return <RulesDialog work={work} deadlines={deadlines} close={close} />;
    case 'counting':
      return <CountingDialog close={close} />;
  }
}

const TITLES = {
  met: 'When was it met?',
  waive: 'Waive the deadline',
  edit: 'Edit deadline',
} as const;
