import type { LedgerEntry } from '#shared/ipc/cases.ts';
import { type Block, type Row, cells, paragraph, table } from '#shared/report/content/block.ts';
import { countOf } from '#shared/report/quantity-text.ts';
import { code, lineBreak, text } from '#shared/report/content/inline.ts';
import type { ReportModel } from '../model.ts';
import { CUSTODY_COLUMNS, custodyContent, custodyRow, custodyState } from './custody.ts';

/** So many entries are printed one by one. */
const FEW_ENTRIES = 60;
/** Fewer in a row are not worth hiding. */
const SHORTEST_RUN = 4;

/** What an entry says of its file where that is what is expected. */
const ROUTINE = {
  sealed: 'sealed',
  known: 'of a content that was in the case already',
  done: 'read into events',
  container: 'opened as containers',
  unparsed: 'of a format that no parser knows',
  empty: 'empty',
} as const;
type Routine = keyof typeof ROUTINE;

type Run = [LedgerEntry, ...LedgerEntry[]];

/**
 * The custody ledger of a report that is about something else. Of a long one, entries that only say of one file after
 * another that it was sealed and read are told together; whatever is out of the ordinary stands as a line of its own.
 */
export function briefCustody(model: ReportModel): readonly Block[] {
  const { entries } = model.custody;
  if (entries.length <= FEW_ENTRIES) return custodyContent(model);
  return [
    custodyState(model),
    paragraph(
      text(
        'Entries in a row that only say that a file was sealed and read are told together. The ledger in the case has each, and an evidence and custody statement prints each.',
      ),
    ),
    table({
      columns: CUSTODY_COLUMNS,
      rows: runs(entries).flatMap((run) =>
        run.length < SHORTEST_RUN ? run.map(custodyRow) : [runRow(run)],
      ),
    }),
  ];
}

/** Neighbours of one person that are all routine; every other entry by itself. */
function runs(entries: readonly LedgerEntry[]): readonly Run[] {
  const all: Run[] = [];
  for (const entry of entries) {
    const run = all.at(-1);
    const joins =
      run !== undefined &&
      run[0].actor === entry.actor &&
      routine(run[0]) !== undefined &&
      routine(entry) !== undefined;
    if (joins) run.push(entry);
    else all.push([entry]);
  }
  return all;
}

/** Undefined where a reader has to see the entry. */
function routine({ kind, body }: LedgerEntry): Routine | undefined {
  if (kind === 'evidence-sealed') return body['damage'] === undefined ? 'sealed' : undefined;
  if (kind === 'evidence-duplicate') return 'known';
  if (kind !== 'evidence-parsed') return undefined;
  const state = body['state'];
  return state === 'done' || state === 'container' || state === 'unparsed' || state === 'empty'
    ? state
    : undefined;
}

function runRow(run: Readonly<Run>): Row {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const counts = new Map<Routine, number>();
  for (const entry of run) {
    const what = routine(entry);
    if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const told = [...counts].map(([what, n]) => `${countOf(n, 'file')} ${ROUTINE[what]}`).join('; ');
  const day = last.at.slice(0, 10) === first.at.slice(0, 10) ? '' : `${last.at.slice(0, 10)} `;
  return cells(
    [text(`${first.seq} to`), lineBreak, text(String(last.seq))],
    [
      text(first.at.slice(0, 10)),
      lineBreak,
      text(first.at.slice(11, 19)),
      lineBreak,
      text(`to ${day}${last.at.slice(11, 19)}`),
    ],
    [text(first.actor)],
    [text(told)],
    [code(last.hash.slice(0, 12))],
  );
}
