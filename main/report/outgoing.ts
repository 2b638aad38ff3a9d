import type { EventDetail } from '#shared/model/event.ts';
import type { EventId } from '#shared/model/ids.ts';
import { markOf, type Redactor } from '#shared/report/redaction/redactor.ts';
import { redactBlocks, redactText, type Tally } from '#shared/report/redaction/redact-blocks.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import type { CitedEvent, ReportModel } from './model.ts';

/** A report as it leaves the case: whatever is written from it holds nothing that was redacted. */
export interface OutgoingReport {
  /** Titles and names, redacted. */
  readonly model: ReportModel;
  readonly chapters: readonly Chapter[];
  /** What is cited, as the case has it: for the proof, which shows none of its text. */
  readonly cited: readonly CitedEvent[];
  /** Places by redaction, over all that is printed. */
  readonly tally: ReadonlyMap<string, number>;
  /** Cited events of whose text something is not shown. */
  readonly redactedEvents: ReadonlySet<EventId>;
}

export function outgoing(model: ReportModel): OutgoingReport {
  const { redactor } = model;
  if (redactor.redactions.length === 0) {
    return {
      model,
      chapters: chaptersOf(model),
      cited: model.events.list,
      tally: new Map(),
      redactedEvents: new Set(),
    };
  }
  const tally: Tally = new Map();
  const shown = (text: string): string => redactText(text, redactor, tally);
  const redactedEvents = new Set<EventId>();
  const list = model.events.list.map((cited): CitedEvent => {
    if (!cited.found) return cited;
    const event = markedEvent(cited.event, redactor);
    if (event !== cited.event) redactedEvents.add(cited.id);
    return { ...cited, event };
  });
  const marked: ReportModel = {
    ...model,
    events: { list, byId: new Map(list.map((one) => [one.id, one])) },
    queries: new Map(
      [...model.queries].map(([key, answer]) => [
        key,
        'rows' in answer
          ? { ...answer, rows: answer.rows.map((row) => markedEvent(row, redactor)) }
          : answer,
      ]),
    ),
  };
  const chapters = chaptersOf(marked).map((chapter) => ({
    ...chapter,
    title: shown(chapter.title),
    blocks: redactBlocks(chapter.blocks, redactor, tally),
  }));
  const { title, subtitle, organisation, kind, reviewer } = model.header;
  return {
    model: {
      ...marked,
      header: {
        ...model.header,
        title: shown(title),
        classification: shown(model.header.classification),
        ...(subtitle !== undefined && { subtitle: shown(subtitle) }),
        ...(organisation !== undefined && { organisation: shown(organisation) }),
        ...(kind !== undefined && { kind: shown(kind) }),
        ...(reviewer !== undefined && { reviewer: shown(reviewer) }),
      },
      case: { ...model.case, title: shown(model.case.title) },
      analyst: { ...model.analyst, name: shown(model.analyst.name) },
      evidence: model.evidence.map((item) => ({ ...item, name: shown(item.name) })),
    },
    chapters,
    cited: model.events.list,
    tally,
    redactedEvents,
  };
}

const TEXTS = [
  'message',
  'host',
  'user',
  'timeOriginal',
  'channel',
  'code',
  'evidenceName',
] as const;

/**
 * An event with marks where something is not to be shown: its message is cut to a length before it is printed, and
 * what is cut in two would not be found any more. The marks become labels with all the rest.
 */
function markedEvent<T extends Partial<Pick<EventDetail, (typeof TEXTS)[number]>>>(
  event: T,
  redactor: Redactor,
): T {
  const changed = TEXTS.flatMap((name) => {
    const text = event[name];
    if (text === undefined) return [];
    const marked = markedText(text, redactor);
    return marked === text ? [] : [[name, marked] as const];
  });
  return changed.length === 0 ? event : { ...event, ...Object.fromEntries(changed) };
}

function markedText(text: string, { find, redactions }: Redactor): string {
  let shown = '';
  let at = 0;
  for (const { from, to, redaction } of find(text)) {
    shown += text.slice(at, from) + markOf(redactions, redaction.id);
    at = to;
  }
  return at === 0 ? text : shown + text.slice(at);
}
