import type { ReactNode } from 'react';
import type { Block, Row, Table } from '#shared/report/content/block.ts';
import { drawFigure } from '#shared/report/content/draw-figure.ts';
import type { Inline } from '#shared/report/content/inline.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface PrintedBlocksProps {
  readonly blocks: readonly Block[];
  /** Rows shown of each table, and of each run of entries; the rest is counted. */
  readonly rows: number;
}

/** Printed content on the screen, in short: what the engine would print, or what was frozen. */
export function PrintedBlocks({ blocks, rows }: PrintedBlocksProps) {
  const shown = blocks.slice(0, rows * 2);
  const more = blocks.length - shown.length;
  return (
    <div className="fl-printed">
      {shown.map((block, n) => (
        <PrintedBlock key={n} block={block} rows={rows} />
      ))}
      {more > 0 ? <p className="fl-live-more">and {countText(more)} more parts in print</p> : null}
    </div>
  );
}

function PrintedBlock({ block, rows }: { readonly block: Block; readonly rows: number }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p>
          <strong>
            {block.number === undefined ? '' : `${block.number} `}
            {inline(block.text)}
          </strong>
        </p>
      );
    case 'paragraph':
      return <p>{inline(block.text)}</p>;
    case 'notice':
      return <p className="fl-live-none">{inline(block.text)}</p>;
    case 'listing':
      return <pre>{visibleLine(block.text)}</pre>;
    case 'rule':
      return <hr />;
    case 'list':
      return (
        <ul>
          {block.items.map((item, n) => (
            <li key={n}>
              <PrintedBlocks blocks={item} rows={rows} />
            </li>
          ))}
        </ul>
      );
    case 'quote':
      return (
        <blockquote>
          <PrintedBlocks blocks={block.blocks} rows={rows} />
        </blockquote>
      );
    case 'facts':
      return (
        <p>
          <strong>{block.facts.label}</strong> {inline(block.facts.title)}
        </p>
      );
    case 'figure': {
      const svg = drawFigure(block).toString();
      return (
        <img
          className="fl-live-figure"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={block.alternative}
        />
      );
    }
    case 'table':
      return <PrintedTable table={block.table} rows={rows} />;
    case 'grid':
      return null;
  }
}

function PrintedTable({ table, rows }: { readonly table: Table; readonly rows: number }) {
  const counted = table.rows.filter(({ kind }) => kind === 'cells').length;
  const shown = firstRows(table.rows, rows);
  const more = counted - shown.filter(({ kind }) => kind === 'cells').length;
  return (
    <>
      <table className="fl-live-table">
        <thead>
          <tr>
            {table.columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, n) =>
            row.kind === 'remark' ? (
              <tr key={n} className={row.detail === true ? undefined : 'fl-live-remark'}>
                <td colSpan={table.columns.length}>{inline(row.text)}</td>
              </tr>
            ) : (
              <tr key={n}>
                {row.cells.map((cell, m) => (
                  <td key={m}>{inline(cell)}</td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
      {more > 0 ? <p className="fl-live-more">and {countText(more)} more in print</p> : null}
    </>
  );
}

/** The first rows that hold something, with the remarks before them. */
function firstRows(rows: readonly Row[], most: number): readonly Row[] {
  let seen = 0;
  return rows.filter((row) => {
    if (row.kind === 'cells') seen++;
    return row.kind === 'cells' ? seen <= most : seen < most;
  });
}

const inline = (parts: readonly Inline[]): readonly ReactNode[] =>
  parts.map((part, n) => <InlinePart key={n} part={part} />);

const SIGNS = { proven: '●', inferred: '◆', assumed: '■' } as const;

function InlinePart({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.marks.includes('strong') ? (
        <strong>{visibleLine(part.text)}</strong>
      ) : part.marks.includes('faint') ? (
        <span className="fl-faint">{visibleLine(part.text)}</span>
      ) : part.marks.includes('emphasis') ? (
        <em>{visibleLine(part.text)}</em>
      ) : (
        visibleLine(part.text)
      );
    case 'code':
      return <code className="fl-evidence-text">{visibleLine(part.text)}</code>;
    case 'name':
      return visibleLine(part.text);
    case 'reference':
    case 'number':
      return <strong>{visibleLine(part.label)}</strong>;
    case 'unresolved':
      return <em>[{part.text}]</em>;
    case 'break':
      return <br />;
    case 'mark':
      return <span aria-label={part.standing}>{SIGNS[part.standing]}</span>;
  }
}
