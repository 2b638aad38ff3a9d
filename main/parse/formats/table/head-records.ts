import type { Head } from '../../parser.ts';
import { type DetectedEncoding, decodeHead } from '../../text/encoding.ts';

const SAMPLE_LINES = 400;

/** The first lines of a file, without one that the head cuts, and without what stands before the table. */
export function headLines(
  head: Pick<Head, 'bytes' | 'size'>,
  encoding: DetectedEncoding,
): readonly string[] {
  const lines = decodeHead(head.bytes, encoding).split(/\r?\n/);
  if (head.size > head.bytes.length || lines.at(-1) === '') lines.pop();
  const first = lines.findIndex((line) => !isPreamble(line));
  return first < 0 ? [] : lines.slice(first, first + SAMPLE_LINES);
}

/** Blank lines, comments, and Excel's `sep=;` before the first record. */
export const isPreamble = (line: string): boolean =>
  line.trim() === '' || /^(?:#(?!\S+[,;\t|])|sep=.$)/i.test(line);

/** The delimiter of a `sep=` line among the first of a file. */
export function statedDelimiter(
  head: Pick<Head, 'bytes'>,
  encoding: DetectedEncoding,
): string | undefined {
  return /^\s*sep=(.)\r?$/im.exec(decodeHead(head.bytes.subarray(0, 200), encoding))?.[1];
}
