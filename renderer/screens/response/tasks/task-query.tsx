import { freshness } from '#shared/learning/sought-evidence.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import { askLookedFor } from '#renderer/state/looked-for.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ExploreIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { visibleText } from '#renderer/ui/visible-text.ts';
import type { TaskActs } from './use-task-acts.ts';

interface TaskQueryProps {
  readonly work: Work;
  readonly task: Task;
  readonly query: string;
  readonly acts: TaskActs;
}

/** What a task asks the evidence: the count as it is now, and the result as it was recorded. */
export function TaskQuery({ work, task, query, acts }: TaskQueryProps) {
  const { data, error } = useRead('events.count', { query });
  const sought = useRecordList('negative-finding').some((one) => one.query === query);
  const items = useRead('evidence.list', {}).data;
  const stale =
    task.resultEvidence === undefined || items === undefined
      ? 0
      : freshness({ evidence: task.resultEvidence }, items).unseen.length;
  const writable = work.info.readOnly === undefined;
  const nothing = data?.total === 0 && data.settled && data.all > 0;
  return (
    <section className="fl-record-block fl-task-query" aria-label="In the evidence">
      <h3 className="fl-label">In the evidence</h3>
      <code className="fl-task-query-text fl-selectable">{visibleText(query)}</code>
      <p aria-live="polite">
        {error !== null
          ? error.message
          : data === undefined
            ? 'Counting…'
            : `${countOf(data.total, 'event')} of ${countText(data.all)}${data.settled ? '' : ' so far'}`}
      </p>
      <div className="fl-task-acts">
        <Button size="small" icon={ExploreIcon} onPress={() => showQuery(query)}>
          Show in Explore
        </Button>
        {writable && error === null ? (
          <Button size="small" keys="r" onPress={() => void acts.recordResult(task)}>
            Record result
          </Button>
        ) : null}
      </div>
      {task.result === undefined ? null : (
        <>
          <p className="fl-selectable">
            <span className="fl-label">Result recorded:</span> {visibleText(task.result)}
          </p>
          {task.resultCoverage === undefined ? null : (
            <details>
              <summary>What it ran over</summary>
              <p className="fl-selectable fl-task-coverage">{visibleText(task.resultCoverage)}</p>
            </details>
          )}
        </>
      )}
      {stale === 0 ? null : (
        <Notice tone="warning">
          {countOf(stale, 'file')} came since the result was recorded. Record it again.
        </Notice>
      )}
      {writable && nothing && task.result !== undefined ? (
        <Notice
          tone="info"
          actions={
            sought ? undefined : (
              <Button size="small" onPress={() => askLookedFor({ query })}>
                Record as not found…
              </Button>
            )
          }
        >
          {sought
            ? 'Recorded as looked for and not found.'
            : 'Nothing matches. With what it ran over, that is a finding too.'}
        </Notice>
      ) : null}
    </section>
  );
}
