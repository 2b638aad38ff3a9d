import { useState } from 'react';
import { boardNumber } from '#shared/board/board-order.ts';
import { mayAnswer } from '#shared/learning/cause-tree.ts';
import type { Causes } from '#shared/learning/cause-tree.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { CauseActs } from './use-cause-acts.ts';

interface MoveCauseDialogProps {
  readonly cause: Cause;
  readonly causes: Causes;
  readonly items: readonly BoardItem[];
  readonly onMove: CauseActs['moveTo'];
  readonly close: () => void;
}

/** Puts a cause under another or under an item of the board; those below it, which would close a circle, are not offered. */
export function MoveCauseDialog({ cause, causes, items, onMove, close }: MoveCauseDialogProps) {
  const [chosen, setChosen] = useState<string>();
  const targets = [
    ...[...causes.values()]
      .filter(({ id }) => mayAnswer(causes, cause.id, id))
      .map((one) => ({
        id: `cause ${one.id}`,
        label: `Why? ${visibleLine(one.title)}`,
        move: { answers: one.id },
      })),
    ...items.map((item, n) => ({
      id: `item ${item.id}`,
      label: `${boardNumber(n)} ${visibleLine(item.title)}`,
      move: { enabled: item.id },
    })),
    { id: 'top', label: 'The incident as a whole', move: {} },
  ];
  const target = targets.find(({ id }) => id === chosen);
  const move = (): void => {
    if (target === undefined) return;
    onMove(cause, target.move);
    close();
  };
  return (
    <FormDialog
      title={`Move “${visibleLine(cause.title)}”`}
      size="small"
      act="Move"
      onAct={move}
      disabled={target === undefined}
      close={close}
    >
      <ComboField
        label="Under"
        options={targets.map(({ id, label }) => ({ id, label }))}
        value={chosen}
        onChange={setChosen}
        placeholder="A cause or an item of the board"
        help="What answers its “why?” goes with it."
      />
    </FormDialog>
  );
}
