import type { LayerMark } from '#shared/learning/navigator-layer.ts';
import { NextIcon, OpenIcon } from '#renderer/ui/icons.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { showBoardItem, showFindingsOf } from '#renderer/state/navigation.ts';
import type { MatrixEntry } from './matrix-entries.ts';
import { showTaggedEvents } from './technique-links.ts';

interface MatrixCellContentProps {
  readonly entry: MatrixEntry;
  readonly unfolded: boolean;
  readonly onFold: (technique: string) => void;
  readonly mark: LayerMark | undefined;
}

/** A technique: id, name, how often the case names it, and what a layer says of it. */
export function MatrixCellContent({ entry, unfolded, onFold, mark }: MatrixCellContentProps) {
  const { technique, use, total, subs } = entry.cell;
  const name = entry.sub ? (technique.name.split(': ')[1] ?? technique.name) : technique.name;
  const Fold = unfolded ? OpenIcon : NextIcon;
  return (
    <>
      <span className="fl-matrix-id fl-mono">
        {technique.id}
        {mark === undefined ? null : (
          <span className="fl-matrix-layer" title={mark.comment ?? 'Named by the layer'}>
            layer{mark.score === undefined ? '' : ` ${countText(mark.score)}`}
          </span>
        )}
        {subs.length === 0 || entry.sub ? null : (
          <button
            type="button"
            tabIndex={-1}
            className="fl-matrix-fold"
            aria-label={`${unfolded ? 'Fold' : 'Unfold'} ${countOf(subs.length, 'sub-technique')} of ${technique.id}`}
            onClick={(event) => {
              event.stopPropagation();
              onFold(technique.id);
            }}
          >
            <Fold size={12} aria-hidden />
            {countText(subs.length)}
          </button>
        )}
      </span>
      <span className="fl-matrix-name">{visibleLine(name)}</span>
      <span className="fl-matrix-counts">
        <Counts entry={entry} onFold={onFold} />
        {total === 0 && use.lookedFor.length > 0 ? 'looked for, not found' : ''}
      </span>
    </>
  );
}

/** The counts that lead somewhere by themselves; the others do so in the details. */
function Counts({ entry, onFold }: Pick<MatrixCellContentProps, 'entry' | 'onFold'>) {
  const { technique, use, total } = entry.cell;
  if (total === 0) return null;
  const own = use.findings.length + use.items.length + use.actions.length + use.events;
  const link = (text: string, go: () => void) => (
    <button
      type="button"
      tabIndex={-1}
      className="fl-matrix-link"
      onClick={(event) => {
        event.stopPropagation();
        go();
      }}
    >
      {text}
    </button>
  );
  const [item] = use.items;
  return (
    <>
      {use.findings.length === 0
        ? null
        : link(countOf(use.findings.length, 'finding'), () => showFindingsOf(technique.id))}
      {use.events === 0
        ? null
        : link(countOf(use.events, 'event'), () => showTaggedEvents(use.tags))}
      {item === undefined
        ? null
        : link(`${countText(use.items.length)} on board`, () => showBoardItem(item))}
      {use.actions.length === 0 ? null : <span>{countOf(use.actions.length, 'action')}</span>}
      {own === total ? null : link(`${countText(total - own)} below`, () => onFold(technique.id))}
    </>
  );
}
