import { useState } from 'react';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { LINK_WORDS } from './link-words.ts';

interface LinkDialogProps {
  readonly item: BoardItem;
  /** All items in board order, with their numbers. */
  readonly others: readonly { readonly number: string; readonly item: BoardItem }[];
  readonly onLink: (link: BoardLink) => void;
  readonly close: () => void;
}

const KINDS = ['led-to', 'enabled', 'same-as', 'related'] as const;

/** Says how one item bears on another. */
export function LinkDialog({ item, others, onLink, close }: LinkDialogProps) {
  const at = others.findIndex((other) => other.item.id === item.id);
  const choices = others
    .filter((other) => other.item.id !== item.id)
    .map((other) => ({
      id: other.item.id as string,
      label: `${other.number} ${other.item.title}`,
    }));
  const [kind, setKind] = useState<BoardLink['kind']>('led-to');
  const [to, setTo] = useState<string>(others[at + 1]?.item.id ?? choices[0]?.id ?? '');
  const target = others.find((other) => other.item.id === to);
  const link = (): void => {
    if (target === undefined) return;
    onLink({ from: item.id, to: target.item.id, kind });
    close();
  };
  return (
    <FormDialog
      title={`Link “${item.title}”`}
      act="Link"
      onAct={link}
      disabled={target === undefined}
      close={close}
    >
      <Segments
        label="This"
        value={kind}
        choices={KINDS.map((id) => ({ id, label: LINK_WORDS[id].forth }))}
        onChange={setKind}
      />
      <Select label="that" value={to} choices={choices} onChange={setTo} />
    </FormDialog>
  );
}
