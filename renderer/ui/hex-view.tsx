import { useRef } from 'react';
import { useWidth } from './use-width.ts';
import './hex-view.css';

interface HexViewProps {
  readonly bytes: Uint8Array;
  /** Where the first byte is in its file. */
  readonly offset: number;
  /** Part to mark, as a range in the file. */
  readonly mark?: { readonly offset: number; readonly length: number } | undefined;
}

/** Pixels that sixteen bytes a line need; below that there are eight. */
const ROOMY = 580;
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
const glyph = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';

/** Bytes as hexadecimal and ASCII, sixteen to a line, or eight where there is little room. */
export function HexView({ bytes, offset, mark }: HexViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const perLine = useWidth(frame) < ROOMY ? 8 : 16;
  const start = offset - (offset % perLine);
  const lines = Math.ceil((offset + bytes.length - start) / perLine);
  const digits = Math.max(8, (offset + bytes.length).toString(16).length);
  const marked = (at: number): boolean =>
    mark !== undefined && at >= mark.offset && at < mark.offset + mark.length;
  return (
    <div ref={frame} className="fl-hex" role="figure" aria-label={`Bytes from offset ${offset}`}>
      {Array.from({ length: lines }, (_, line) => {
        const at = start + line * perLine;
        return (
          <HexLine
            key={at}
            address={at.toString(16).padStart(digits, '0')}
            cells={Array.from({ length: perLine }, (_unused, column) => {
              const byte = bytes[at + column - offset];
              return { at: at + column, byte, marked: byte !== undefined && marked(at + column) };
            })}
          />
        );
      })}
    </div>
  );
}

interface HexLineProps {
  readonly address: string;
  readonly cells: readonly {
    readonly at: number;
    readonly byte: number | undefined;
    readonly marked: boolean;
  }[];
}

function HexLine({ address, cells }: HexLineProps) {
  const runs = (show: (byte: number | undefined) => string) =>
    runsOf(cells).map((run) => {
      const text = run.cells.map(({ byte }) => show(byte)).join('');
      return run.marked ? <mark key={run.at}>{text}</mark> : <span key={run.at}>{text}</span>;
    });
  return (
    <div className="fl-hex-line">
      <span className="fl-hex-address">{address}</span>
      <span className="fl-hex-bytes">
        {runs((byte) => (byte === undefined ? '   ' : `${hex(byte)} `))}
      </span>
      <span className="fl-hex-text">
        {runs((byte) => (byte === undefined ? ' ' : glyph(byte)))}
      </span>
    </div>
  );
}

/** Neighbouring cells that are all marked or all not. */
function runsOf(cells: HexLineProps['cells']) {
  const runs: { at: number; marked: boolean; cells: HexLineProps['cells'][number][] }[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last?.marked === cell.marked) last.cells.push(cell);
    else runs.push({ at: cell.at, marked: cell.marked, cells: [cell] });
  }
  return runs;
}
