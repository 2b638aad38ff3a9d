import type { AliasHint } from '#shared/entities/alias-hints.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CloseIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import type { EntityDialogKind } from '../list/entity-dialogs.tsx';

interface AliasesProps {
  readonly row: EntityRow;
  readonly hints: readonly AliasHint<EntityRow>[];
  readonly ask?: ((dialog: EntityDialogKind) => void) | undefined;
  readonly onShow: (row: EntityRow) => void;
}

/** Other names of an entity, and those that may be: proposed, for an analyst to say. */
export function Aliases({ row, hints, ask, onShow }: AliasesProps) {
  const { record } = row;
  if ((record === undefined || record.aliases.length === 0) && hints.length === 0) return null;
  return (
    <section className="fl-record-block" aria-label="Aliases">
      {record === undefined || record.aliases.length === 0 ? null : (
        <>
          <h3 className="fl-label">Also called</h3>
          <ul className="fl-entity-names">
            {record.aliases.map((alias) => (
              <li key={alias}>
                <span className="fl-selectable">{visibleLine(alias)}</span>
                {ask === undefined ? null : (
                  <IconButton
                    size="small"
                    icon={CloseIcon}
                    label={`Split ${visibleLine(alias)} off`}
                    onPress={() => ask({ kind: 'split', record, alias })}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {hints.length === 0 ? null : (
        <>
          <h3 className="fl-label">May be the same</h3>
          <ul className="fl-entity-names">
            {hints.map(({ other, why }) => (
              <li key={other.id}>
                <Button size="small" variant="quiet" onPress={() => onShow(other)}>
                  {visibleLine(other.label)}
                </Button>
                <span className="fl-faint">{why}</span>
                {ask === undefined ? null : (
                  <Button
                    size="small"
                    aria-label={`Merge ${visibleLine(other.label)} into this one`}
                    onPress={() => ask({ kind: 'merge', row: other, into: row })}
                  >
                    Merge…
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
