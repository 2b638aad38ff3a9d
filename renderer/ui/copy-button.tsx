import { useEffect, useState } from 'react';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { IconButton } from './button.tsx';
import { CopyIcon, DoneIcon } from './icons.ts';

/** Copies a text and shows for a moment that it did. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
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
      onPress={() => void copyText(text).then(() => setDone(true))}
    />
  );
}
