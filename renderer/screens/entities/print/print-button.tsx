import type { EntitySheet } from '#shared/ipc/entities.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PrintIcon } from '#renderer/ui/icons.ts';
import { printEntities } from './print-sheet.ts';

interface PrintButtonProps {
  /** What is shown, as it is printed. */
  readonly sheet: () => EntitySheet;
  /** Of the file, without its ending. */
  readonly name: string;
}

export function PrintButton({ sheet, name }: PrintButtonProps) {
  const engine = useEngine();
  return (
    <Button icon={PrintIcon} onPress={() => void printEntities(engine, sheet(), name)}>
      Print…
    </Button>
  );
}
