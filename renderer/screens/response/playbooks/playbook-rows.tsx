import type { PlaybookEntry } from '#shared/ipc/response.ts';
import type { Instant } from '#shared/model/time.ts';
import { playbookUseId } from '#shared/response/playbook/choose-playbook.ts';
import { CATEGORY_NAMES } from '#shared/response/playbook/playbook.ts';
import { countTasks } from '#shared/response/playbook/task-standing.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { cut } from '#renderer/ui/cut.tsx';

/** A playbook as a line of the index. */
export interface PlaybookRow extends PlaybookEntry {
  readonly id: string;
}

/** What the index of playbooks shows, from left to right. */
export function playbookColumns(tasks: Tasks, now: Instant): readonly RecordColumn<PlaybookRow>[] {
  const progress = ({ id }: PlaybookRow): string => {
    const own = [...tasks.values()].filter(({ playbook }) => playbook === playbookUseId(id));
    if (own.length === 0) return '';
    const { done, all } = countTasks(own, tasks, now);
    return `${done} of ${all} done`;
  };
  return [
    {
      id: 'title',
      title: 'Playbook',
      width: 190,
      render: ({ playbook, own }) => (
        <>
          {playbook.title}
          {own ? <span className="fl-faint"> · own</span> : null}
        </>
      ),
      by: ({ playbook }) => playbook.title,
      text: ({ playbook }) => `${playbook.title} ${playbook.use}`,
    },
    {
      id: 'category',
      title: 'Category',
      width: 118,
      render: ({ playbook }) => CATEGORY_NAMES[playbook.category],
      by: ({ playbook }) => CATEGORY_NAMES[playbook.category],
      text: ({ playbook }) => CATEGORY_NAMES[playbook.category],
    },
    {
      id: 'steps',
      title: 'Steps',
      width: 50,
      align: 'end',
      render: ({ playbook }) => playbook.steps.length,
      by: ({ playbook }) => playbook.steps.length,
    },
    {
      id: 'case',
      title: 'In this case',
      width: 104,
      render: progress,
      by: (row) => progress(row) || undefined,
    },
    {
      id: 'use',
      title: 'When to use it',
      width: 140,
      grows: true,
      render: ({ playbook }) => cut(playbook.use),
    },
  ];
}
