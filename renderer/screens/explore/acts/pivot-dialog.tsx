import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { MarkedRow } from '#shared/model/event.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit } from '../view.ts';
import { aroundEvent, PIVOT_SPANS } from './pivot.ts';

interface PivotDialogProps {
  readonly store: ExplorePlaceStore;
  readonly row: MarkedRow;
  readonly close: () => void;
}

/** Shows everything around an event, whatever the query was; Alt ← goes back. */
export function PivotDialog({ store, row, close }: PivotDialogProps) {
  return (
    <Dialog title="Everything around this event" size="small" open onClose={close}>
      {row.time === undefined ? (
        <p className="fl-muted">This event has no time, so nothing is around it.</p>
      ) : (
        <div className="fl-pivot">
          {PIVOT_SPANS.map(({ label, ns }, index) => (
            <Button
              key={label}
              autoFocus={index === 1}
              onPress={() => {
                store.setState(({ history }) => ({
                  history: visit(history, aroundEvent(row, ns)),
                  anchor: undefined,
                  cursor: { ...store.getState().cursor, key: row.key },
                }));
                close();
              }}
            >
              ± {label}
            </Button>
          ))}
        </div>
      )}
      <p className="fl-faint">The query is set aside. Alt ← brings it back.</p>
    </Dialog>
  );
}
