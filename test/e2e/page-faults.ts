import type { Run, Sheet } from './pdf-layout.ts';

/** Millimetres that every page keeps free; what stands above and below is the page's own head and foot. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly sides: number;
}

const POINTS = 72 / 25.4;
/** Points by which a glyph may reach over its box. */
const SLACK = 1.5;
/** Share of the page that may stay empty where nothing asks for a new one. */
const MOST_EMPTY = 0.3;

/** What a reader would find wrong with the pages, one sentence each; empty when nothing is. */
export const pageFaults = (sheets: readonly Sheet[], margins: Margins): readonly string[] =>
  sheets.flatMap((sheet, n) => {
    const body = bodyOf(sheet, margins);
    const next = sheets[n + 1];
    return [
      ...outside(sheet, margins),
      ...printedOver(sheet),
      ...leftAlone(body),
      ...(next === undefined ? [] : emptyFoot(sheet, body, bodyOf(next, margins), margins)),
    ].map((fault) => `page ${n + 1}: ${fault}`);
  });

const quoted = ({ text }: Run): string => `“${text.trim().slice(0, 60)}”`;

export const bodyOf = ({ height, runs }: Sheet, { top, bottom }: Margins): readonly Run[] =>
  runs.filter(({ base }) => base > bottom * POINTS - SLACK && base < height - top * POINTS);

const outside = ({ width, height, runs }: Sheet, { sides }: Margins): readonly string[] =>
  runs
    .filter(
      ({ left, right, base, size }) =>
        left < sides * POINTS - SLACK ||
        right > width - sides * POINTS + SLACK ||
        base < 0 ||
        base + size > height,
    )
    .map((run) => `${quoted(run)} leaves the print area`);

/** Words that stand on others of their line; in a drawing each word is there twice, for the light around it. */
function printedOver({ runs }: Sheet): readonly string[] {
  const sorted = runs.filter(({ role }) => role !== 'Figure').sort((a, b) => a.left - b.left);
  return sorted.flatMap((run, n) =>
    sorted
      .slice(n + 1)
      .filter(
        (other) =>
          Math.abs(other.base - run.base) < Math.min(other.size, run.size) * 0.6 &&
          other.left < run.right - SLACK,
      )
      .map((other) => `${quoted(run)} and ${quoted(other)} stand on each other`),
  );
}

/** What belongs to what follows must not be last on a page: headings and heads of tables. */
function leftAlone(body: readonly Run[]): readonly string[] {
  const last = body.toSorted((a, b) => a.base - b.base)[0];
  return last !== undefined && /^(H\d?|TH)$/.test(last.role)
    ? [`${quoted(last)} (${last.role}) is last on its page`]
    : [];
}

/** A page that ends early, though the next goes on with the same chapter. */
function emptyFoot(
  { height }: Sheet,
  body: readonly Run[],
  next: readonly Run[],
  { top, bottom }: Margins,
): readonly string[] {
  const first = next.toSorted((a, b) => b.base - a.base)[0];
  const begins = first?.role === 'H1' || first?.text === 'Contents';
  if (first === undefined || body.length === 0 || begins) return [];
  const lowest = Math.min(...body.map(({ base }) => base));
  const share = (lowest - bottom * POINTS) / (height - (top + bottom) * POINTS);
  return share > MOST_EMPTY
    ? [`${Math.round(share * 100)} % of it is empty before ${quoted(first)}`]
    : [];
}
