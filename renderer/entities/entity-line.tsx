import { printedName } from '#shared/report/cited-entity.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from './entity-rows.ts';
import { KindGlyph } from './kind-glyph.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import { KIND_TITLES } from './words.ts';
import './entity-line.css';

/** Aliases named beside an entity; the others are found all the same. */
const ALIASES = 3;

/** What a report would call it. */
export const nameOf = ({ record, value }: EntityRow): string =>
  visibleLine(record === undefined ? value : printedName(record));

/** `also WS07, ws07.corp.example`: its other names, the value first where it is called otherwise. */
export function otherNames(row: EntityRow): string {
  const name = nameOf(row);
  const others = [...new Set([row.value, ...row.names.map(({ value }) => value)])]
    .map(visibleLine)
    .filter((value) => value !== name);
  if (others.length === 0) return '';
  const more = others.length - ALIASES;
  return `also ${others.slice(0, ALIASES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** An entity as something to choose: its kind, its name, what was decided of it, what else it is called. */
export function EntityLine({ row }: { readonly row: EntityRow }) {
  const others = otherNames(row);
  return (
    <span className="fl-entity-line">
      <span className="fl-entity-line-head">
        <span className="fl-entity-line-kind">
          <KindGlyph kind={row.kind} />
          <span className="fl-visually-hidden">{KIND_TITLES[row.kind]}</span>
        </span>
        <span className="fl-entity-line-name">{nameOf(row)}</span>
        {row.record === undefined ? null : (
          <VerdictMark verdict={row.record.verdict} hostile={row.record.hostile} />
        )}
      </span>
      {others === '' ? null : <span className="fl-entity-line-others">{others}</span>}
    </span>
  );
}
