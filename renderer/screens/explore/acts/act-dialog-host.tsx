import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import type { MarkedRow } from '#shared/model/event.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { answered, useAsking } from './act-dialogs.ts';
import { BoardDialog } from './board-dialog.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PivotDialog } from './pivot-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

interface ActDialogHostProps {
  readonly store: ExplorePlaceStore;
  readonly cursor: MarkedRow | undefined;
}

/** Shows the dialog of the act that is being asked about. */
export function ActDialogHost({ store, cursor }: ActDialogHostProps) {
  const { kind, target } = useAsking();
  const work = useWorkIfOpen();
  if (kind === undefined || target === undefined) return null;
  if (kind === 'pivot') {
    return cursor === undefined ? null : (
      <PivotDialog store={store} row={cursor} close={answered} />
    );
  }
  if (work === undefined) return null;
  switch (kind) {
    case 'tag':
      return <TagDialog target={target} close={answered} />;
    case 'note':
      return <NoteDialog target={target} close={answered} />;
    case 'board':
      return <BoardDialog target={target} close={answered} />;
    case 'finding':
      return <FindingDialog target={target} close={answered} />;
  }
}
