import { useState } from 'react';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
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
    <Dialog
      title={`Link “${item.title}”`}
      open
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={target === undefined} onPress={link}>
            Link
          </Button>
        </>
      }
    >
      <Segments
        label="This"
        value={kind}
        choices={KINDS.map((id) => ({ id, label: LINK_WORDS[id].forth }))}
        onChange={setKind}
      />
      <Select label="that" value={to} choices={choices} onChange={setTo} />
    </Dialog>
  );
}
