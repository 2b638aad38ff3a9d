import type { Entity } from '#shared/records/kinds/entity.ts';
import type { Work } from '#renderer/state/work.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import { AddDialog } from './add-dialog.tsx';
import { JudgeDialog } from './judge-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

export type EntityDialogKind =
  | { readonly kind: 'add' }
  | { readonly kind: 'judge'; readonly row: EntityRow }
  | { readonly kind: 'merge'; readonly row: EntityRow; readonly into?: EntityRow }
  | { readonly kind: 'split'; readonly record: Entity; readonly alias: string };

interface EntityDialogsProps {
  readonly work: Work;
  readonly dialog: EntityDialogKind | undefined;
  readonly rows: readonly EntityRow[];
  readonly close: () => void;
  /** Opens the details of an entity. */
  readonly onShow: (id: string) => void;
}

/** The dialog that was asked for. */
export function EntityDialogs({ work, dialog, rows, close, onShow }: EntityDialogsProps) {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'add':
      return <AddDialog work={work} onAdded={onShow} close={close} />;
    case 'judge':
      return <JudgeDialog work={work} row={dialog.row} close={close} />;
    case 'merge':
      return (
        <MergeDialog
          work={work}
          row={dialog.row}
          rows={rows}
          into={dialog.into}
          onMerged={({ id }) => onShow(id)}
          close={close}
        />
      );
    case 'split':
      return <SplitDialog work={work} record={dialog.record} alias={dialog.alias} close={close} />;
  }
}
