import type { EntitySheet } from '#shared/ipc/entities.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PrintIcon } from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
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
    <Menu
      label="Paper"
      trigger={<Button icon={PrintIcon}>Print…</Button>}
      placement="bottom end"
      groups={[
        {
          id: 'paper',
          entries: (['A4', 'Letter'] as const).map((page) => ({
            id: page,
            label: `On ${page}…`,
            run: () => void printEntities(engine, sheet(), { name, page }),
          })),
        },
      ]}
    />
  );
}
