import { useStore } from 'zustand';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { moveColumn, resizeColumn, toggleColumn } from '#renderer/ui/grid/columns.ts';
import { AddIcon, ClosedUpIcon, FilterOutIcon, OpenIcon } from '#renderer/ui/icons.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { COLUMNS, DEFAULT_COLUMNS } from './column-ids.ts';

interface ColumnsDialogProps {
  readonly store: ExplorePlaceStore;
  readonly close: () => void;
}

const STEP = 20;

/** Which columns are shown, in which order and how wide, without a mouse. */
export function ColumnsDialog({ store, close }: ColumnsDialogProps) {
  const columns = useStore(store, (place) => place.columns);
  const shown = columns.flatMap((place) => {
    const known = COLUMNS.find(({ id }) => id === place.id);
    return known === undefined ? [] : [{ ...known, width: place.width, shown: true }];
  });
  const hidden = COLUMNS.filter(({ id }) => !columns.some((place) => place.id === id)).map(
    (column) => ({ ...column, shown: false }),
  );
  const set = (next: readonly { readonly id: string; readonly width: number }[]): void =>
    store.setState({ columns: [...next] });
  return (
    <Dialog
      title="Columns"
      size="small"
      open
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onPress={() => set(DEFAULT_COLUMNS)}>
            As at first
          </Button>
          <Button variant="primary" onPress={close}>
            Done
          </Button>
        </>
      }
    >
      <ul className="fl-column-list">
        {[...shown, ...hidden].map((column, index) => (
          <li key={column.id}>
            <Checkbox
              checked={column.shown}
              disabled={shown.length === 1 && column.shown}
              onChange={() => set(toggleColumn(columns, column.id, column.width))}
            >
              {column.title}
            </Checkbox>
            {column.shown ? (
              <span className="fl-column-acts">
                <IconButton
                  size="small"
                  icon={FilterOutIcon}
                  label={`Narrower: ${column.title}`}
                  onPress={() => set(resizeColumn(columns, column.id, column.width - STEP))}
                />
                <span className="fl-faint">{column.width} px</span>
                <IconButton
                  size="small"
                  icon={AddIcon}
                  label={`Wider: ${column.title}`}
                  onPress={() => set(resizeColumn(columns, column.id, column.width + STEP))}
                />
                <IconButton
                  size="small"
                  icon={ClosedUpIcon}
                  label={`Earlier: ${column.title}`}
                  isDisabled={index === 0}
                  onPress={() => set(moveColumn(columns, column.id, -1))}
                />
                <IconButton
                  size="small"
                  icon={OpenIcon}
                  label={`Later: ${column.title}`}
                  isDisabled={index === shown.length - 1}
                  onPress={() => set(moveColumn(columns, column.id, 1))}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
