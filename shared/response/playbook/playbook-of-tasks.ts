import type { Instant } from '../../model/time.ts';
import type { Task } from '../../records/kinds/task.ts';
import type { Category, Playbook, PlaybookStep } from './playbook.ts';
import { targetText } from './target.ts';

export interface NewPlaybook {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly use: string;
}

/**
 * The tasks of a case as a playbook for others: what is to be done and when, nothing of who did what. Dropped tasks
 * are left out, and so is the waiting for tasks that are not among them. It is still to be checked: an analyst may have written anything.
 */
export function playbookOfTasks(
  about: NewPlaybook,
  tasks: readonly Task[],
  startedAt: Instant,
): Playbook {
  const kept = tasks.filter(({ state }) => state !== 'dropped');
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const task of kept) {
    const id = free(task.step ?? slugOf(task.title, 48, 'step'), taken, 48);
    taken.add(id);
    ids.set(task.id, id);
  }
  return {
    fireline: 'playbook/1',
    revision: 1,
    ...about,
    sources: [],
    steps: kept.map((task) => stepOf(task, ids, startedAt)),
  };
}

function stepOf(task: Task, ids: ReadonlyMap<string, string>, startedAt: Instant): PlaybookStep {
  const target = task.due === undefined ? undefined : targetText(task.due - startedAt);
  return {
    id: ids.get(task.id) ?? '',
    title: task.title,
    phase: task.phase,
    after: task.after.flatMap((id) => ids.get(id) ?? []),
    guidance: (task.guidance ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    ...(task.role !== undefined && task.role !== '' && { role: task.role }),
    ...(target !== undefined && { target }),
    ...(task.query !== undefined && task.query.trim() !== '' && { query: task.query.trim() }),
  };
}

/** `isolate-the-host` for “Isolate the host!”. */
export function slugOf(title: string, longest: number, otherwise: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '');
  return slug === '' ? otherwise : slug;
}

/** The id, or with the first number behind it that nobody has. */
export function free(id: string, taken: ReadonlySet<string>, longest: number): string {
  let candidate = id;
  for (let n = 2; taken.has(candidate); n++) {
    const ending = `-${n}`;
    candidate = `${id.slice(0, longest - ending.length).replace(/-$/, '')}${ending}`;
  }
  return candidate;
}
