import { useMemo } from 'react';
import { LESSON_NAMES } from '#shared/learning/words.ts';
import type { Lesson } from '#shared/records/kinds/lesson.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { LearningIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { LESSON_FIELDS } from './lesson-fields.ts';
import { LessonMark } from './lesson-mark.tsx';

const ORDER: readonly Lesson['kind'][] = ['went-badly', 'was-luck', 'went-well'];

/** What went well, what went badly, what was luck. */
export function LessonsView() {
  const lessons = useRecords('lesson');
  const causes = useRecords('cause');
  const improvements = useRecords('improvement');
  const store = useRecordPlace('learning-lessons');
  const rows = useMemo(
    () =>
      [...lessons.values()].sort(
        (a, b) =>
          ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.title.localeCompare(b.title, 'en'),
      ),
    [lessons],
  );
  const columns = useMemo((): readonly RecordColumn<Lesson>[] => {
    const causeOf = ({ cause }: Lesson): string =>
      cause === undefined ? '' : visibleLine(causes.get(cause)?.title ?? 'removed');
    const answersOf = ({ id }: Lesson): number =>
      [...improvements.values()].filter(({ lesson }) => lesson === id).length;
    return [
      {
        id: 'kind',
        title: 'How it went',
        width: 118,
        by: ({ kind }) => ORDER.indexOf(kind),
        text: ({ kind }) => LESSON_NAMES[kind],
        render: ({ kind }) => <LessonMark kind={kind} />,
      },
      {
        id: 'title',
        title: 'Lesson',
        width: 280,
        grows: true,
        by: ({ title }) => title,
        text: ({ title, notes = '' }) => `${title} ${notes}`,
        render: ({ title }) => <span className="fl-cut">{visibleLine(title)}</span>,
      },
      {
        id: 'cause',
        title: 'Cause',
        width: 260,
        by: causeOf,
        text: causeOf,
        render: (lesson) => <span className="fl-cut">{causeOf(lesson)}</span>,
      },
      {
        id: 'improvements',
        title: 'Improvements',
        width: 104,
        align: 'end',
        by: answersOf,
        render: (lesson) => answersOf(lesson) || '',
      },
    ];
  }, [causes, improvements]);
  return (
    <RecordView
      type="lesson"
      label="Lessons"
      records={rows}
      fields={LESSON_FIELDS}
      columns={columns}
      initial={() => ({ kind: 'went-badly' as const })}
      store={store}
      empty={{
        icon: LearningIcon,
        title: 'No lesson yet',
        text: 'Write down while it is fresh what went well, what went badly, and what was only luck. Press n for the first.',
      }}
    />
  );
}
