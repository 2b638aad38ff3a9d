import { SAMPLE_LINKS, SAMPLE_MOMENTS } from './analysis/board.ts';
import { boardItemId, boardItems } from './analysis/board-items.ts';
import { findingId, SAMPLE_FINDINGS } from './analysis/findings.ts';
import { sampleDeadlines } from './analysis/incident-deadlines.ts';
import { sampleLog } from './analysis/incident-log.ts';
import { samplePeople } from './analysis/incident-people.ts';
import { INCIDENT_EDITS } from './analysis/incident-record.ts';
import { SAMPLE_NOTES, SAMPLE_TAGS, SAMPLE_VIEWS } from './analysis/marks.ts';
import { REPORT_ID, SAMPLE_HEADER } from './analysis/report-text.ts';
import { reportSections } from './analysis/report-sections.ts';
import { sampleCauses, sampleControls } from './analysis/learning-causes.ts';
import { sampleImprovements, sampleLessons } from './analysis/learning-follow-up.ts';
import { SAMPLE_SEARCHES, searchId } from './analysis/learning-searches.ts';
import { at } from './calendar.ts';
import { entityActs } from './entities-acts.ts';
import { findKeyEvents, firstMatches, rangeOf, type KeyRows } from './find-events.ts';
import { responding } from './work-response.ts';
import type { SampleEngine } from './sample-engine.ts';
import type { Params } from '#shared/ipc/engine-api.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';

type Act = Params<'work.act'>;

/**
 * Carries out the analysis of the sample incident in the open case, act by act, as an analyst would have: tags,
 * notes, board, moments, the incident with its people and deadlines, findings, entities, views and the report. The case must hold the sample's evidence, settled.
 * @throws Error when an event that the analysis speaks of is not there: a bug
 */
export async function workSample(engine: SampleEngine): Promise<void> {
  const rows = await findKeyEvents(engine);
  for (const acts of [
    await tagging(engine),
    notesAndViews(rows),
    boarding(rows),
    incident(),
    await responding(engine, rows),
    await findings(engine, rows),
    await entityActs(engine, rows),
    await learning(engine, rows),
    await report(engine, rows),
  ]) {
    for (const act of acts) await engine.call('work.act', act);
  }
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

const boarding = (rows: KeyRows): Act[] => [
  ...boardItems(rows).map((item): Act => ({
    body: { kind: 'board.add', item },
    reason: item.reason,
  })),
  ...SAMPLE_LINKS.map(([from, kind, to]): Act => ({
    body: {
      kind: 'board.link',
      link: { from: boardItemId(from), to: boardItemId(to), kind },
    },
  })),
  ...SAMPLE_MOMENTS.map(({ moment, event, at: time }): Act => ({
    body: {
      kind: 'moment.mark',
      moment,
      ...(event !== undefined && { event: rows[event].id }),
      ...(time !== undefined && { at: instantFromMs(at(time)) }),
    },
  })),
];

const incident = (): Act[] => [
  ...[...samplePeople(), ...sampleDeadlines(), ...sampleLog()].map((record): Act => ({
    body: { kind: 'record.add', record },
  })),
  ...INCIDENT_EDITS.map(({ change, reason }): Act => ({
    body: { kind: 'record.edit', type: 'incident', record: 'incident' as RecordId, change },
    ...(reason !== undefined && { reason }),
  })),
];

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
      body: { kind: 'record.add', record: { id, type, query, ...told, ...bounds, ...outcome } },
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

async function report(engine: SampleEngine, rows: KeyRows): Promise<Act[]> {
  const { template } = SAMPLE_HEADER;
  const { kind, layout, sections: parts } = await engine.call('report.template', { template });
  const sections = reportSections(parts, rows);
  const header = { ...SAMPLE_HEADER, kind, layout };
  return [
    {
      body: { kind: 'report.create', report: REPORT_ID, header, sections },
    },
  ];
}
