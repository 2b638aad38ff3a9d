import type { EventDetail } from '#shared/model/event.ts';
import { formatCount } from '#shared/report/quantity-text.ts';
import { readableTime } from '#shared/report/time-text.ts';
import type { CitedEvent } from '../model.ts';
import { type Block, type Row, table } from '#shared/report/content/block.ts';
import { code, type Inline, text } from '#shared/report/content/inline.ts';
import { ASSUMED_ZONE_NOTE, shortMessage } from './events-table.ts';
import { eventAnchor } from './references.ts';

/** Items that only a list names are described one by one up to this many; beyond it each has a line. */
export const MOST_DESCRIBED = 200;

/** Of a message, what fits into a line of the table. */
const MESSAGE_CHARS = 60;

type Found = Extract<CitedEvent, { found: true }>;

/**
 * Cited events file by file in a line each: the SHA-256 of the file, the parser that read it, and the place of each
 * record in it. The proof pack says the rest.
 */
export function sourcesTable(list: readonly CitedEvent[]): Block {
  const found = list.filter(isFound);
  const files = new Set(found.map(({ event }) => event.evidenceSha256));
  const rows = [...files].flatMap((sha256) => {
    const own = found.filter(({ event }) => event.evidenceSha256 === sha256);
    return [...own.slice(0, 1).map(({ event }) => fileRow(event)), ...own.map(eventRow)];
  });
  const missing = list.flatMap((cited) => (cited.found ? [] : [missingRow(cited)]));
  const assumed = list.some((cited) => cited.found && cited.event.zone === 'assumed');
  return table({
    columns: [
      { title: 'Ref.', kind: 'tight', width: 7 },
      { title: 'Time (UTC)', kind: 'tight', width: 21 },
      { title: 'Event', kind: 'text', width: 45 },
      { title: 'Record', kind: 'text', width: 27 },
    ],
    rows: [...rows, ...missing],
    dense: true,
    ...(assumed && { note: ASSUMED_ZONE_NOTE }),
  });
}

const isFound = (cited: CitedEvent): cited is Found => cited.found;

const fileRow = ({ evidenceName, evidenceSha256, parser, parserVersion }: EventDetail): Row => ({
  kind: 'remark',
  text: [
    text(evidenceName, 'strong'),
    text(` · ${parser}@${parserVersion} · SHA-256 `),
    code(evidenceSha256),
  ],
});

const eventRow = ({ number, id, event }: Found): Row =>
  line(number, id, [
    event.time === undefined
      ? [text('no time', 'emphasis')]
      : [
          text(
            `${readableTime(event.time, event.precision)}${event.zone === 'assumed' ? '*' : ''}`,
          ),
        ],
    [text(shortMessage(event.message, MESSAGE_CHARS))],
    [text(placeOf(event), 'faint')],
  ]);

const missingRow = ({ number, id, why }: Exclude<CitedEvent, Found>): Row =>
  line(number, id, [[], [text('Does not resolve', 'strong'), text(`: ${why}`)], [code(id)]]);

function line(number: string, id: CitedEvent['id'], said: readonly (readonly Inline[])[]): Row {
  const target = `event ${id}` as const;
  const label: Inline = { kind: 'number', label: number, target };
  return { kind: 'cells', cells: [[label], ...said], anchor: eventAnchor(number), target };
}

function placeOf({ offset, length, ordinal, recovered }: EventDetail): string {
  const nth = ordinal > 0 ? `, event ${ordinal + 1} of it` : '';
  return `offset ${formatCount(offset)}, ${formatCount(length)} bytes${nth}${recovered ? ', recovered' : ''}`;
}
