import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Instant } from '#shared/model/time.ts';
import { countTasks } from '#shared/response/playbook/task-standing.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import { Button } from '#renderer/ui/button.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ResponsePlaceStore } from '../response-place.ts';
import { ProgressRing } from './progress-ring.tsx';

interface PlaybookStripProps {
  readonly tasks: Tasks;
  readonly now: Instant;
  readonly store: ResponsePlaceStore;
}

/** How far each playbook of the case is; each shows its tasks alone. */
export function PlaybookStrip({ tasks, now, store }: PlaybookStripProps) {
  const chosen = useStore(store, ({ playbook }) => playbook);
  const uses = useRecordList('playbook');
  const counted = useMemo(
    () =>
      uses.map((use) => {
        const own = [...tasks.values()].filter(({ playbook }) => playbook === use.id);
        return { use, counts: countTasks(own, tasks, now) };
      }),
    [uses, tasks, now],
  );
  if (uses.length === 0) return null;
  return (
    <ul className="fl-playbook-strip" aria-label="Playbooks of this case">
      {counted.map(({ use, counts: { all, done, overdue } }) => (
        <li key={use.id}>
          <Button
            variant="quiet"
            className="fl-playbook-progress"
            aria-pressed={chosen === use.id}
            onPress={() => store.setState({ playbook: chosen === use.id ? 'any' : use.id })}
          >
            <ProgressRing done={done} all={all} />
            <span className="fl-playbook-progress-text">
              <span>{visibleLine(use.title)}</span>
              <span className="fl-faint">
                {done} of {all} done
                {overdue === 0 ? null : (
                  <span className="fl-task-overdue"> · {overdue} overdue</span>
                )}
              </span>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
