import { formatInstant } from '#shared/model/time.ts';
import { countOf, formatCount } from '#shared/report/quantity-text.ts';
import { zoneText } from '#shared/report/time-text.ts';
import { evidenceOf } from '../cite.ts';
import type { CitedEvent, ReportModel } from '../model.ts';
import { type Block, type Fact, paragraph } from '#shared/report/content/block.ts';
import { code, text } from '#shared/report/content/inline.ts';
import { eventAnchor, evidenceReference } from './references.ts';
import { MOST_DESCRIBED, sourcesTable } from './sources-table.ts';

/** Longest message printed whole. */
const MESSAGE_CHARS = 4_000;

/**
 * For each cited event all that is needed to find its bytes again, without Fireline if need be; in a line each for those
 * that only a list names, where they are many.
 */
export function citedEventsContent(model: ReportModel): readonly Block[] {
  const { list } = model.events;
  const listed = list.filter((one) => one.listed);
  if (listed.length <= MOST_DESCRIBED) return described(list, model);
  const rest = list.filter((one) => !one.listed);
  return [
    paragraph(text(linesNote(listed.length, list.length))),
    ...(rest.length === 0
      ? []
      : [heading('Events that the text rests on'), ...described(rest, model)]),
    heading('Events that a drawing or a table names'),
    sourcesTable(listed),
  ];
}

const linesNote = (listed: number, all: number): string =>
  `${formatCount(listed)} of the ${countOf(all, 'cited event')} ${listed === 1 ? 'is' : 'are'} named only by the drawing of the board or by a table of many items, and by no sentence, finding or record of this report. These have a line each, file by file: time, beginning of the message, and the place of the record in the file. The proof pack beside this report has for every event, these too, the place and the digest of its record; the whole record is in the case and in the evidence at that place.`;

const heading = (title: string): Block => ({ kind: 'heading', level: 3, text: [text(title)] });

function described(list: readonly CitedEvent[], model: ReportModel): readonly Block[] {
  return [
    {
      kind: 'paragraph',
      text: [
        text(
          'Each entry says where its record lies: the SHA-256 of the evidence file, the byte offset and length in it, and the parser that read it. The proof pack beside this report holds the same with the digest of every record; ',
        ),
        code('fireline verify'),
        text(' reads the records again from the sealed evidence and compares.'),
      ],
    },
    ...list.map((cited) => citedFacts(cited, model)),
  ];
}

function citedFacts(cited: CitedEvent, model: ReportModel): Block {
  const anchor = eventAnchor(cited.number);
  if (!cited.found) {
    return {
      kind: 'facts',
      facts: {
        anchor,
        target: `event ${cited.id}`,
        label: cited.number,
        title: [text('Does not resolve', 'strong'), text(`: ${cited.why}`)],
        rows: [{ name: 'Identity', value: [code(cited.id)] }],
      },
    };
  }
  const { event } = cited;
  const evidence = evidenceOf(event, model.evidence);
  const rows: Fact[] = [{ name: 'Time', value: [text(timeOf(cited, evidence?.assumedZone))] }];
  if (event.timeOriginal !== undefined) {
    rows.push({ name: 'As written', value: [code(event.timeOriginal)] });
  }
  const names = [
    event.host === undefined ? '' : `host ${event.host}`,
    event.user === undefined ? '' : `account ${event.user}`,
    event.channel === undefined ? '' : `channel ${event.channel}`,
    event.code === undefined ? '' : `code ${event.code}`,
  ].filter((part) => part !== '');
  if (names.length > 0) rows.push({ name: 'Names', value: [text(names.join(' · '))] });
  rows.push(
    {
      name: 'Evidence',
      value: [
        evidence === undefined ? text(event.evidenceName) : evidenceReference(evidence),
        text(' SHA-256 ', 'faint'),
        code(event.evidenceSha256),
      ],
    },
    { name: 'Place', value: [text(placeOf(cited))] },
    {
      name: 'Identity',
      value: [
        code(event.id),
        text(' read by ', 'faint'),
        text(`${event.parser}@${event.parserVersion}`),
      ],
    },
  );
  return {
    kind: 'facts',
    facts: {
      anchor,
      target: `event ${cited.id}`,
      label: cited.number,
      title: [text(cut(event.message))],
      rows,
    },
  };
}

type Found = Extract<CitedEvent, { found: true }>;

function timeOf({ event }: Found, assumedZone: string | undefined): string {
  if (event.time === undefined) return 'none in the record';
  const meaning = event.timeMeaning === 'logged' ? '' : `; ${event.timeMeaning}`;
  return `${formatInstant(event.time, event.precision)} (${zoneText(event.zone, assumedZone)}${meaning})`;
}

function placeOf({ event }: Found): string {
  const record = event.record === undefined ? '' : `, record ${event.record}`;
  const nth = event.ordinal > 0 ? `, event ${event.ordinal + 1} of it` : '';
  const recovered = event.recovered ? '; recovered from slack or a damaged area' : '';
  return `offset ${formatCount(event.offset)} (0x${event.offset.toString(16)}), ${formatCount(event.length)} bytes${record}${nth}${recovered}`;
}

const cut = (message: string): string =>
  message.length <= MESSAGE_CHARS
    ? message
    : `${message.slice(0, MESSAGE_CHARS)}… (${formatCount(message.length - MESSAGE_CHARS)} more characters in the case)`;
