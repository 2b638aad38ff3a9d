import { FailureError } from '#shared/model/result.ts';
import type { ParserId } from '#shared/model/ids.ts';
import type { ByteSource, Confidence, Head, ParseContext, Parser, Sink } from '../../parser.ts';
import { HEAD_BYTES } from '../../head.ts';
import { LineReader, type LineReaderOptions } from '../../text/line-reader.ts';
import { readFully } from '../../text/read-fully.ts';
import { isPreamble } from './head-records.ts';
import { tableOptions } from './options.ts';
import { type TablePlan, planTable } from './plan.ts';
import { TableRecords } from './records.ts';
import { TableEvents } from './table-events.ts';

/** Cells may be long: scripts, certificates, JSON. */
const MAX_LINE = 500_000;
/** Most records must have as many cells as the others. */
const STEADY = 0.9;

export const parser: Parser = {
  id: 'table' as ParserId,
  version: 2,
  title: 'Table (CSV, TSV)',
  spec: 'RFC 4180 with any delimiter; layouts of Plaso, Timesketch, mactime, EZ tools, Hayabusa, Chainsaw, Microsoft 365',
  zone: 'local',
  fields: {},
  sniff,

  parse(input, out, context) {
    const plan = planOf(input, context);
    const lines = linesOf(input, out, plan);
    const records = new TableRecords(lines, plan.dialect.delimiter, plan.dialect.quoting);
    const events = new TableEvents(plan, out, context);
    let begun = false;
    while (records.next()) {
      const { text, offset } = records;
      const current = offset === lines.offset;
      if (current && (text.trim() === '' || (!begun && isPreamble(text))))
        lines.skip(text.trim() === '' ? 'blank-line' : 'preamble');
      else if (plan.header && isHeaderAgain(records, plan)) {
        if (current) lines.skip('header');
        begun = true;
      } else {
        begun = true;
        events.record(records);
      }
    }
    events.finish(records);
  },

  reread(input, out, context, { offset, length }) {
    const plan = planOf(input, context);
    const lines = linesOf(input, out, plan, { start: offset, end: offset + length });
    const records = new TableRecords(lines, plan.dialect.delimiter, plan.dialect.quoting);
    const events = new TableEvents(plan, out, context);
    while (records.next()) events.record(records);
  },
};

function sniff(head: Head): Confidence {
  const start = head.bytes[0];
  const plan = start === 0x7b || start === 0x3c ? undefined : planTable(head);
  if (plan === undefined) return 0;
  if (plan.layout !== undefined) return 3;
  const { width, steadiness } = plan.dialect;
  const records = plan.sample.length - (plan.header ? 1 : 0);
  if (steadiness < STEADY || records === 0) return 0;
  if (plan.times.length > 0 && plan.header) return 2;
  const named = /\.(?:csv|tsv|tab)$/i.test(head.name);
  if (named && (plan.header || width > 2)) return plan.header ? 2 : 1;
  return width > 2 && records > 2 && plan.times.length > 0 ? 1 : 0;
}

function planOf(input: ByteSource, context: ParseContext): TablePlan {
  const bytes = Buffer.alloc(Math.min(HEAD_BYTES, input.size));
  const head = { bytes: bytes.subarray(0, readFully(input, 0, bytes)), size: input.size };
  const plan = planTable(head, tableOptions(context.options));
  if (plan !== undefined) return plan;
  throw new FailureError({
    code: 'invalid-argument',
    message: `${context.name} is not a table: its lines have no delimiter in common.`,
    subject: context.name,
  });
}

const linesOf = (
  input: ByteSource,
  out: Sink,
  plan: TablePlan,
  range: LineReaderOptions = {},
): LineReader =>
  new LineReader(input, out, { ...range, encoding: plan.encoding, maxLine: MAX_LINE });

/** The header, which files put together from several have more than once. */
function isHeaderAgain({ cells, split }: TableRecords, { names }: TablePlan): boolean {
  if (split.count > names.length) return false;
  for (let i = 0; i < split.count; i++) {
    const cell = (cells[i] as string).trim();
    if (cell !== names[i] && !(cell === '' && names[i] === `column-${i + 1}`)) return false;
  }
  return true;
}
