import { keysOf } from '#renderer/commands/catalog.ts';
import type { CommandId } from '#renderer/commands/catalog.ts';
import { runCommand, useAvailableCommands } from '#renderer/commands/registry.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import type { Icon } from '#renderer/ui/icons.ts';
import {
  BoardIcon,
  CloseIcon,
  DoneIcon,
  FindingIcon,
  NoteIcon,
  TagIcon,
} from '#renderer/ui/icons.ts';
import { keyCaps } from '#renderer/ui/key-caps.ts';
import { countText } from '#renderer/ui/number-text.ts';

interface BulkBarProps {
  readonly count: number;
  /** All that match are selected, but for exceptions. */
  readonly all: boolean;
  readonly onClear: () => void;
}

const ACTS: readonly { readonly id: CommandId; readonly label: string; readonly icon: Icon }[] = [
  { id: 'events.tag', label: 'Tag', icon: TagIcon },
  { id: 'events.note', label: 'Note', icon: NoteIcon },
  { id: 'events.board', label: 'To board', icon: BoardIcon },
  { id: 'events.finding', label: 'New finding', icon: FindingIcon },
  { id: 'events.reviewed', label: 'Reviewed', icon: DoneIcon },
];

/** What can be done with the selection. */
export function BulkBar({ count, all, onClear }: BulkBarProps) {
  const available = useAvailableCommands();
  if (count === 0) return null;
  return (
    <div className="fl-bulk" role="toolbar" aria-label="Selected events">
      <strong>
        {all ? 'All ' : ''}
        {countText(count)} selected
      </strong>
      {ACTS.map(({ id, label, icon }) => (
        <Button
          key={id}
          size="small"
          variant="quiet"
          icon={icon}
          keys={keyCaps(keysOf(id) ?? '').join(' ')}
          isDisabled={!available.has(id)}
          onPress={() => runCommand(id)}
        >
          {label}
        </Button>
      ))}
      <IconButton size="small" icon={CloseIcon} label="Clear the selection" onPress={onClear} />
    </div>
  );
}
