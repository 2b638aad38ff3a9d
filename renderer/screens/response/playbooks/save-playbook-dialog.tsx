import { useState } from 'react';
import { useStore } from 'zustand';
import { instantFromMs } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';
import type { PlaybookUse } from '#shared/records/kinds/playbook-use.ts';
import type { Category } from '#shared/response/playbook/playbook.ts';
import { CATEGORIES, CATEGORY_NAMES } from '#shared/response/playbook/playbook.ts';
import { free, playbookOfTasks, slugOf } from '#shared/response/playbook/playbook-of-tasks.ts';
import { tasksInOrder } from '#shared/response/playbook/task-standing.ts';
import { recordsOf } from '#shared/work/records.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import type { Work } from '#renderer/state/work.ts';
import { Select } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ResponsePlaceStore } from '../response-place.ts';
import { usePlaybookFiles } from './use-playbook-files.ts';

interface SavePlaybookDialogProps {
  readonly work: Work;
  readonly store: ResponsePlaceStore;
  readonly close: () => void;
}

const ALL = 'all';

/** Makes a playbook of this case's tasks: what was to be done, nothing of who did what. */
export function SavePlaybookDialog({ work, store, close }: SavePlaybookDialogProps) {
  const files = usePlaybookFiles();
  const filtered = useStore(store, ({ playbook }) => playbook);
  const uses = useRecordList('playbook');
  const { data } = useRead('playbooks.list', {});
  const [chosen, choose] = useState(uses.some(({ id }) => id === filtered) ? filtered : ALL);
  const [title, setTitle] = useState('');
  const [use, setUse] = useState('');
  const [category, setCategory] = useState<Category>('other');
  const [tried, setTried] = useState(false);
  const [why, setWhy] = useState<string>();
  const tasks = tasksInOrder(recordsOf(work.store.getState().state, 'task').values()).filter(
    ({ playbook, state }) => state !== 'dropped' && (chosen === ALL || playbook === chosen),
  );
  const save = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === '' || use.trim() === '') return;
    const taken = new Set((data?.entries ?? []).map(({ playbook }) => playbook.id));
    const id = free(slugOf(title, 40, 'playbook'), taken, 40);
    const about = { id, title: title.trim(), category, use: use.trim() };
    try {
      await files.keep(playbookOfTasks(about, tasks, startOf(uses, chosen)));
      store.setState({ tab: 'playbooks' });
      close();
    } catch (error) {
      setWhy(failureOf(error).message);
    }
  };
  return (
    <FormDialog
      title="Save tasks as a playbook"
      act={`Save ${countOf(tasks.length, 'step')}`}
      onAct={() => void save()}
      disabled={data === undefined}
      close={close}
    >
      {why === undefined ? null : <Notice tone="critical">{visibleLine(why)}</Notice>}
      <Field
        label="Title"
        value={title}
        onChange={setTitle}
        placeholder="Phishing at Lindholm"
        error={tried && title.trim() === '' ? 'Give it a title.' : undefined}
        maxLength={120}
        required
        autoFocus
      />
      <Field
        label="When to use it"
        value={use}
        onChange={setUse}
        placeholder="A message asks for the password of our VPN"
        error={tried && use.trim() === '' ? 'Say when it fits.' : undefined}
        maxLength={1_000}
        required
      />
      <Select
        label="Category"
        value={category}
        choices={CATEGORIES.map((id) => ({ id, label: CATEGORY_NAMES[id] }))}
        onChange={setCategory}
      />
      <Select
        label="Tasks"
        value={chosen}
        choices={[
          { id: ALL, label: 'All tasks' },
          ...uses.map(({ id, title: name }) => ({ id: id as string, label: visibleLine(name) })),
        ]}
        onChange={choose}
      />
      <p className="fl-muted">
        Titles, guidance, roles, phases, times, order and queries are kept. Owners, notes, results
        and events stay in this case; dropped tasks are left out.
      </p>
    </FormDialog>
  );
}

/** Targets count from the start of the use, or of the first one when all tasks are saved. */
function startOf(uses: readonly PlaybookUse[], chosen: string): Instant {
  const starts = uses
    .filter(({ id }) => chosen === ALL || id === chosen)
    .map(({ startedAt }) => startedAt);
  return (
    starts.reduce<Instant | undefined>(
      (first, one) => (first === undefined || one < first ? one : first),
      undefined,
    ) ?? instantFromMs(Date.now())
  );
}
