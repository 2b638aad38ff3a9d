import type { RecordId } from '#shared/model/ids.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { ringOf } from '#shared/response/playbook/task-ring.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import { waitsFor } from '#shared/response/playbook/task-standing.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface WaitsNoticeProps {
  readonly task: Task;
  readonly tasks: Tasks;
  readonly onShow: (task: RecordId) => void;
}

/** What a task waits for, and the ring it is in, if the work of two analysts closed one; each a way to that task. */
export function WaitsNotice({ task, tasks, onShow }: WaitsNoticeProps) {
  const waiting = waitsFor(task, tasks);
  const ring = ringOf(task, tasks);
  const link = ({ id, title }: Task) => (
    <Button variant="quiet" size="small" className="fl-record-link" onPress={() => onShow(id)}>
      {visibleLine(title)}
    </Button>
  );
  return (
    <>
      {waiting.length === 0 ? null : (
        <Notice tone="info">
          Waits for{' '}
          {waiting.map((before, n) => (
            <span key={before.id}>
              {n === 0 ? '' : ', '}
              {link(before)}
            </span>
          ))}
        </Notice>
      )}
      {ring === undefined ? null : (
        <Notice tone="warning">
          It is in a ring, in which no task can begin: this task waits for{' '}
          {[...ring.slice(1), task].map((next, n) => (
            <span key={next.id}>
              {n === 0 ? '' : ', which waits for '}
              {next.id === task.id ? 'this task again' : link(next)}
            </span>
          ))}
          . Open one of them with Edit and take out what it need not wait for.
        </Notice>
      )}
    </>
  );
}
