import { partsOfName } from '#shared/query/bare-name.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface NameCellProps {
  readonly kind: 'user' | 'host';
  readonly value: string;
}

/** An account or a host. Where room is scarce its domain is cut off first: accounts of two domains still look unlike. */
export function NameCell({ kind, value }: NameCellProps) {
  const { before, name, after } = partsOfName(kind, value);
  const mark = before.slice(-1);
  return (
    <span className="fl-name-cell" title={visibleLine(value)}>
      {before === '' ? null : (
        <span className="fl-name-where">{visibleLine(before.slice(0, -1))}</span>
      )}
      <span className="fl-name">{visibleLine(mark + name)}</span>
      {after === '' ? null : <span className="fl-name-where">{visibleLine(after)}</span>}
    </span>
  );
}
