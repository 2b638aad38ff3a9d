import { useMemo } from 'react';
import { inFollowUpOrder, isOverdue } from '#shared/learning/follow-up.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ExportIcon, LearningIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { exportLearning } from '../save-file.ts';
import { useNow } from '../use-now.ts';
import { IMPROVEMENT_FIELDS } from './improvement-fields.ts';
import { improvementColumns } from './improvement-columns.tsx';

/** Corrective actions, to be followed after the incident is closed. */
export function ImprovementsView({ work }: { readonly work: Work }) {
  const engine = useEngine();
  const now = useNow();
  const times = useSettings((settings) => settings.times);
  const improvements = useRecords('improvement');
  const causes = useRecords('cause');
  const people = useRecords('person');
  const store = useRecordPlace('learning-improvements');
  const rows = useMemo(() => inFollowUpOrder(improvements.values(), now), [improvements, now]);
  const columns = useMemo(
    () => improvementColumns({ causes, people, now, times }),
    [causes, people, now, times],
  );
  useCommand(
    'improvements.export',
    () =>
      void exportLearning(work, engine, 'follow-up', {
        title: 'Export the improvements',
        name: 'improvements.csv',
      }),
    rows.length > 0,
  );
  const overdue = rows.filter((one) => isOverdue(one, now)).length;
  const done = rows.filter(({ state }) => state === 'done').length;
  return (
    <RecordView
      type="improvement"
      label="Improvements"
      records={rows}
      fields={IMPROVEMENT_FIELDS}
      columns={columns}
      initial={() => ({ priority: 'medium' as const, state: 'proposed' as const })}
      store={store}
      rowClass={(one) => (isOverdue(one, now) ? 'fl-learning-overdue-row' : undefined)}
      empty={{
        icon: LearningIcon,
        title: 'No improvement yet',
        text: 'An improvement answers a cause or a lesson, has an owner and a day, and is followed after the incident is closed. Press n for the first.',
      }}
      {...(rows.length === 0
        ? {}
        : {
            bar: (
              <>
                <p className="fl-muted">
                  {countText(done)} of {countText(rows.length)} done
                  {overdue === 0 ? '' : `, ${countText(overdue)} overdue`}
                </p>
                <Button icon={ExportIcon} onPress={() => runCommand('improvements.export')}>
                  Export CSV…
                </Button>
              </>
            ),
          })}
    />
  );
}
