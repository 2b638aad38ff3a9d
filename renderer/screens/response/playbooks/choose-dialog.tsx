import { useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';
import {
  choosePlaybook,
  missingSteps,
  playbookUseId,
} from '#shared/response/playbook/choose-playbook.ts';
import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { recordOf } from '#shared/work/records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { parseTimeInput } from '#renderer/ui/time-input.ts';
import { instantText } from '#renderer/ui/time-text.ts';

interface ChooseDialogProps {
  readonly work: Work;
  readonly playbook: Playbook;
  readonly close: () => void;
  readonly onChosen: (use: RecordId) => void;
}

const MINUTE = 60_000;
const thisMinute = (): Instant => instantFromMs(Math.floor(Date.now() / MINUTE) * MINUTE);

/** Makes tasks of a playbook's steps, as one act. Asks only from when time targets count. */
export function ChooseDialog({ work, playbook, close, onChosen }: ChooseDialogProps) {
  const times = useSettings((settings) => settings.times);
  const { state } = work.store.getState();
  const known = recordOf(state, 'playbook', playbookUseId(playbook.id));
  const missing = missingSteps(playbook, state).length;
  const [start, setStart] = useState(() => {
    return instantText(known?.startedAt ?? thisMinute(), 'min', times);
  });
  const [tried, setTried] = useState(false);
  const startedAt: Instant | undefined = parseTimeInput(start, times);
  const choose = (): void => {
    setTried(true);
    if (startedAt === undefined || missing === 0) return;
    void tellDone(
      work,
      work.actAll(choosePlaybook(playbook, startedAt, work.store.getState().state)),
    );
    onChosen(playbookUseId(playbook.id));
    close();
  };
  return (
    <FormDialog
      title={`Use “${playbook.title}”`}
      size="small"
      act={`Add ${countOf(missing, 'task')}`}
      onAct={choose}
      disabled={missing === 0}
      close={close}
    >
      <p>
        {missing === 0
          ? 'Every step of it is a task of this case already.'
          : missing === playbook.steps.length
            ? 'Each step becomes a task of this case, with its role, its time and what it waits for. Change them freely.'
            : 'Steps that the case has already are left as they are.'}
      </p>
      <Field
        label={`Times count from (${times === 'utc' ? 'UTC' : 'local time'})`}
        value={start}
        onChange={setStart}
        disabled={known !== undefined}
        onEnter={choose}
        error={tried && startedAt === undefined ? 'Write 2026-05-12 09:12.' : undefined}
        help={
          known === undefined
            ? 'When the response began: “within 2 h” is two hours after this.'
            : 'As it was said when the playbook was first used here.'
        }
        autoFocus
      />
    </FormDialog>
  );
}
