import type { ReactNode } from 'react';
import { countText } from '#renderer/ui/number-text.ts';

interface PreviewTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Rows there are; those not shown here are printed all the same. */
  readonly total: number;
  readonly none: string;
  readonly note?: string | undefined;
}

/** The first rows of what a live block prints. */
export function PreviewTable({ label, columns, rows, total, none, note }: PreviewTableProps) {
  if (total === 0) return <p className="fl-live-none">{none}</p>;
  const more = total - rows.length;
  return (
    <>
      <table className="fl-live-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, n) => (
                <td key={columns[n]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 || note !== undefined ? (
        <p className="fl-live-more">
          {[more > 0 ? `and ${countText(more)} more in print` : '', note ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      ) : null}
    </>
  );
}
