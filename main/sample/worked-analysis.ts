import { SAMPLE_LINKS, SAMPLE_MOMENTS } from './analysis/board.ts';
import { boardItemId, boardItems } from './analysis/board-items.ts';
import { findingId, SAMPLE_FINDINGS } from './analysis/findings.ts';
import { sampleDeadlines } from './analysis/incident-deadlines.ts';
import { sampleLog } from './analysis/incident-log.ts';
import { samplePeople } from './analysis/incident-people.ts';
import { INCIDENT_EDITS } from './analysis/incident-record.ts';
import { SAMPLE_NOTES, SAMPLE_TAGS, SAMPLE_VIEWS } from './analysis/marks.ts';
import { sampleComments } from './analysis/review.ts';
import { REPORT_ID, SAMPLE_HEADER, SAMPLE_TEXT } from './analysis/report-text.ts';
import { reportSections, type SampleText } from './analysis/report-sections.ts';
import { SUMMARY_HEADER, SUMMARY_ID, SUMMARY_TEXT } from './analysis/summary-text.ts';
import { sampleCauses, sampleControls } from './analysis/learning-causes.ts';
import { sampleImprovements, sampleLessons } from './analysis/learning-follow-up.ts';
import { SAMPLE_SEARCHES, searchId } from './analysis/learning-searches.ts';
import { at } from './calendar.ts';
import { entityActs } from './entities-acts.ts';
import { findKeyEvents, firstMatches, rangeOf, type KeyRows } from './find-events.ts';
import { responding } from './work-response.ts';
import type { SampleEngine } from './sample-engine.ts';
import { type Act, doneAfter, doneFrom, type TimedAct } from './story-clock.ts';
import { storyOps } from './story-log.ts';
import type { RecordId, ReportId } from '#shared/model/ids.ts';
import type { ReportHeader } from '#shared/model/report.ts';
import type { Instant } from '#shared/model/time.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { instantFromMs } from '#shared/model/time.ts';

/**
 * Carries out the analysis of the sample incident in the open case as analysts did from 13 to 20 May: tags, notes,
 * board, key times, the incident with its people and deadlines, the response, findings, entities, what was learnt, and
 * the report. The case must hold the sample's evidence, settled.
 * @throws Error when an event that the analysis speaks of is not there: a bug
 */
export async function workSample(engine: SampleEngine): Promise<void> {
  const info = await engine.call('cases.current', {});
  if (info === null) throw new Error('The sample case is not open.');
  const rows = await findKeyEvents(engine);
  const acts = [
    ...incident(),
    ...doneFrom('2026-05-13T08:52:00', 1, await responding(engine, rows)),
    ...doneFrom('2026-05-13T09:45:00', 45, await tagging(engine)),
    ...doneFrom('2026-05-13T10:05:00', 60, notesAndViews(rows)),
    ...boarding(rows),
    ...doneFrom('2026-05-13T13:10:00', 420, await findings(engine, rows)),
    ...doneFrom('2026-05-14T08:00:00', 240, await entityActs(engine, rows)),
    ...doneFrom('2026-05-15T09:00:00', 300, await learning(engine, rows)),
    ...doneFrom('2026-05-18T14:00:00', 60, [await report(engine, rows, SUMMARY)]),
    ...doneFrom('2026-05-19T08:00:00', 60, [await report(engine, rows, POST_MORTEM)]),
    ...doneFrom('2026-05-19T15:20:00', 240, sampleComments().map(added)),
  ];
  await engine.call('work.append', { ops: storyOps(info, acts) });
}

async function tagging(engine: SampleEngine): Promise<Act[]> {
  const acts: Act[] = [];
  for (const { tag, meaning, query, ...range } of SAMPLE_TAGS) {
    const filter = { query, ...rangeOf(range), except: [] };
    const events = await engine.call('events.resolve', filter);
    if (events.count === 0) throw new Error(`The sample has no event for the tag ${tag}: ${query}`);
    acts.push(
      { body: { kind: 'tag.describe', tag, meaning } },
      { body: { kind: 'tag.add', tag, events }, reason: meaning },
    );
  }
  return acts;
}

const notesAndViews = (rows: KeyRows): Act[] => [
  ...SAMPLE_NOTES.map(({ on, text }): Act => ({
    body: { kind: 'note.add', events: [rows[on].id], text },
  })),
  ...SAMPLE_VIEWS.map((view): Act => ({ body: { kind: 'view.save', ...view } })),
];

/** Item by item as the story came together; key times and what the responders did soon after they happened. */
const boarding = (rows: KeyRows): readonly TimedAct[] => [
  ...boardItems(rows).map((item, n): TimedAct => {
    const body = { kind: 'board.add', item } as const;
    const from = n < 20 ? '2026-05-13T10:20:00' : '2026-05-13T14:00:00';
    return doneAfter(item.time, from, { body, reason: item.reason });
  }),
  ...doneFrom(
    '2026-05-15T08:00:00',
    30,
    SAMPLE_LINKS.map(([from, kind, to]): Act => ({
      body: { kind: 'board.link', link: { from: boardItemId(from), to: boardItemId(to), kind } },
    })),
  ),
  ...SAMPLE_MOMENTS.map(({ moment, event, at: time }): TimedAct => {
    const told = time === undefined ? undefined : instantFromMs(at(time));
    const seen = event === undefined ? undefined : rows[event];
    return doneAfter(told ?? seen?.time, '2026-05-13T08:25:00', {
      body: {
        kind: 'moment.mark',
        moment,
        ...(seen !== undefined && { event: seen.id }),
        ...(told !== undefined && { at: told }),
      },
    });
  }),
];

const added = (record: CaseRecord): Act => ({ body: { kind: 'record.add', record } });

const incident = (): readonly TimedAct[] => {
  return [
    ...doneFrom('2026-05-13T08:26:00', 20, samplePeople().map(added)),
    ...doneFrom('2026-05-13T08:50:00', 20, [...sampleDeadlines(), ...sampleLog()].map(added)),
    ...INCIDENT_EDITS.map(({ knownAt, change, reason }): TimedAct => ({
      body: { kind: 'record.edit', type: 'incident', record: 'incident' as RecordId, change },
      ...(reason !== undefined && { reason }),
      knownAt: at(knownAt),
    })),
  ];
};

async function findings(engine: SampleEngine, rows: KeyRows): Promise<Act[]> {
  const acts: Act[] = [];
  for (const { name, proof, ...finding } of SAMPLE_FINDINGS) {
    const events = [];
    for (const one of proof) {
      if (typeof one === 'string') events.push(rows[one].id);
      else events.push(...(await firstMatches(engine, one, one.take)).map(({ id }) => id));
    }
    acts.push({
      body: { kind: 'finding.add', finding: { id: findingId(name), ...finding, events } },
    });
  }
  return acts;
}

/** When the searches were made, in the story. */
const SOUGHT = instantFromMs(at('2026-05-15T09:00:00'));

async function learning(engine: SampleEngine, rows: KeyRows): Promise<Act[]> {
  const searches: Act[] = [];
  for (const { name, query, from, to, ...told } of SAMPLE_SEARCHES) {
    const range = rangeOf({ ...(from && { from }), ...(to && { to }) });
    const outcome = await engine.call('learning.lookFor', { query, ...range });
    const bounds = {
      ...(range.from !== undefined && { from: range.from as Instant }),
      ...(range.to !== undefined && { to: range.to as Instant }),
    };
    const id = searchId(name);
    const type = 'negative-finding';
    searches.push({
      body: {
        kind: 'record.add',
        record: { id, type, query, ...told, ...bounds, ...outcome, soughtAt: SOUGHT },
      },
    });
  }
  const records = [
    ...sampleCauses(rows),
    ...sampleControls(),
    ...sampleLessons(),
    ...sampleImprovements(),
  ];
  return [...searches, ...records.map((record): Act => ({ body: { kind: 'record.add', record } }))];
}

interface SampleReport {
  readonly report: ReportId;
  readonly header: ReportHeader;
  readonly texts: SampleText;
}

const SUMMARY: SampleReport = { report: SUMMARY_ID, header: SUMMARY_HEADER, texts: SUMMARY_TEXT };
const POST_MORTEM: SampleReport = { report: REPORT_ID, header: SAMPLE_HEADER, texts: SAMPLE_TEXT };

async function report(
  engine: SampleEngine,
  rows: KeyRows,
  { report: id, header, texts }: SampleReport,
): Promise<Act> {
  const { template } = header;
  const { kind, layout, sections } = await engine.call('report.template', { template });
  return {
    body: {
      kind: 'report.create',
      report: id,
      header: { ...header, kind, layout },
      sections: reportSections(id, sections, texts, rows),
    },
  };
}
