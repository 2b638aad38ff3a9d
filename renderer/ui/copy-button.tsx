import { useEffect, useState } from 'react';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { IconButton } from './button.tsx';
import { CopyIcon, DoneIcon } from './icons.ts';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** In a row of a grid, which is one tab stop: a command does the same by keyboard. */
  readonly inGrid?: boolean;
}

/** Copies a text and shows for a moment that it did. */
export function CopyButton({ text, label, inGrid = false }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 1_500);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <IconButton
      size="small"
      icon={done ? DoneIcon : CopyIcon}
      label={done ? 'Copied' : label}
      excludeFromTabOrder={inGrid}
      onPress={() => void copyText(text).then(() => setDone(true))}
    />
  );
}
