import type { Gate, ReleaseState } from '#shared/ipc/report.ts';
import { TLP } from '#shared/records/kinds/incident.ts';
import { citedId, frozenOf, liveBlockOf, pointersIn } from '#shared/report/document-parts.ts';
import { tlpOf } from '#shared/response/tlp-label.ts';
import { namesIn, reportFingerprint } from '#shared/report/fingerprint.ts';
import { countOf } from '#shared/report/quantity-text.ts';
import type { ReportNode } from '#shared/model/report.ts';
import { incidentOf, recordsOf } from '#shared/work/records.ts';
import { evidenceOf } from './cite.ts';
import { citationReference } from './content/references.ts';
import type { ReportModel } from './model.ts';
import { outgoing } from './outgoing.ts';

/** What stands against giving a report out now, and what its redactions take out. It warns; people decide. */
export function releaseState(model: ReportModel): ReleaseState {
  const { tally, redactedEvents } = outgoing(model);
  const report = model.work.reports.get(model.id);
  const state = report?.header.state ?? 'draft';
  const changed =
    report !== undefined &&
    state === 'approved' &&
    report.header.approvedText !== reportFingerprint(report, model.work);
  const named = report !== undefined && Object.keys(namesIn(report, model.work)).length > 0;
  return {
    state,
    gates: [
      ...unread(model),
      ...unresolved(model),
      ...classification(model),
      ...stale(model),
      ...unverified(model),
      ...unwritten(model),
      ...comments(model),
      ...(changed
        ? [
            gate(
              'approval',
              named
                ? 'The report, or the name of an entity in it, was changed after it was approved.'
                : 'The report was changed after it was approved.',
              [],
            ),
          ]
        : state === 'approved'
          ? []
          : [gate('approval', `The report is ${STATES[state]}; nobody has approved it.`, [])]),
    ],
    redactions: model.redactor.redactions.map(({ id }) => ({
      record: id,
      places: tally.get(id) ?? 0,
    })),
    redactedCitations: redactedEvents.size,
    live: model.sections.reduce((sum, { section }) => sum + liveIn(section.content), 0),
  };
}

const STATES = { draft: 'a draft', review: 'in review' } as const;

const gate = (kind: Gate['kind'], message: string, places: readonly string[]): Gate => ({
  kind,
  message,
  places,
});

/** A gate that is shut for so many things; none for none. */
function shut(
  kind: Gate['kind'],
  found: readonly string[],
  say: (count: number) => string,
): readonly Gate[] {
  return found.length === 0 ? [] : [gate(kind, say(found.length), found)];
}

const unread = (model: ReportModel): readonly Gate[] =>
  shut(
    'evidence',
    model.unread.map(({ name }) => name),
    (n) => `The events of ${countOf(n, 'file')} are still being read: wait until that has ended.`,
  );

const unresolved = (model: ReportModel): readonly Gate[] =>
  shut(
    'citations',
    [
      ...model.events.list.filter(({ found }) => !found).map(({ number }) => number),
      ...unresolvedOthers(model),
    ],
    (n) => `${countOf(n, 'citation does', 'citations do')} not resolve, and will say so.`,
  );

/** Findings, items of the board and entities that are cited and not there: each where it is cited first. */
function unresolvedOthers(model: ReportModel): readonly string[] {
  const found = new Map<string, string>();
  for (const { section, number } of model.sections) {
    for (const pointer of pointersIn(section.content)) {
      if (pointer.kind !== 'citation' || pointer.citation.kind === 'event') continue;
      const id = citedId(pointer.citation);
      if (found.has(id) || citationReference(model, pointer.citation).kind !== 'unresolved')
        continue;
      found.set(id, `${NOUNS[pointer.citation.kind]} in ${number} ${section.title}`);
    }
  }
  return [...found.values()];
}

const NOUNS = { finding: 'a finding', board: 'a board item', entity: 'an entity' } as const;

function classification({ header, work }: ReportModel): readonly Gate[] {
  if (recordsOf(work, 'incident').size === 0) return [];
  const { tlp } = incidentOf(work);
  const named = tlpOf(header.classification);
  const incident = `TLP:${tlp.toUpperCase()}`;
  if (named === undefined) {
    return [
      gate('tlp', `The incident is ${incident}; the report’s classification does not say so.`, []),
    ];
  }
  const wider = TLP.indexOf(named) - TLP.indexOf(tlp);
  if (wider === 0) return [];
  const how = wider > 0 ? 'may go further than the incident’s' : 'is stricter than the incident’s';
  return [gate('tlp', `The report’s TLP:${named.toUpperCase()} ${how} ${incident}.`, [])];
}

const stale = ({ sections, frozen }: ReportModel): readonly Gate[] =>
  shut(
    'stale',
    sections.flatMap(({ section, number }) =>
      frozenIds(section.content).some((id) => frozen.get(id)?.stale === true)
        ? [`${number} ${section.title}`]
        : [],
    ),
    (n) => `The case has changed since blocks of ${countOf(n, 'section')} were frozen.`,
  );

function unverified({ events, evidence }: ReportModel): readonly Gate[] {
  const cited = new Set(
    events.list.flatMap((one) => (one.found ? (evidenceOf(one.event, evidence) ?? []) : [])),
  );
  const altered = [...cited].filter(({ verified }) => verified?.intact === false);
  const unseen = [...cited].filter(({ verified }) => verified === undefined);
  return [
    ...shut(
      'evidence',
      altered.map(({ name }) => name),
      (n) => `${countOf(n, 'cited file is', 'cited files are')} not what was sealed.`,
    ),
    ...shut(
      'evidence',
      unseen.map(({ name }) => name),
      (n) =>
        `${countOf(n, 'cited file was', 'cited files were')} not hashed again since sealing: verify the case first.`,
    ),
  ];
}

const unwritten = ({ gaps }: ReportModel): readonly Gate[] => [
  ...shut(
    'unwritten',
    gaps.unwritten,
    (n) => `${countOf(n, 'section is', 'sections are')} not written yet, and will say so.`,
  ),
  ...shut(
    'unwritten',
    gaps.refused.map(({ title }) => title),
    (n) => `${countOf(n, 'section')} cannot be printed.`,
  ),
];

const comments = ({ work, id, sections }: ReportModel): readonly Gate[] =>
  shut(
    'comments',
    [...recordsOf(work, 'comment').values()]
      .filter(({ report, state }) => report === id && state === 'open')
      .map(
        ({ section }) =>
          sections.find((one) => one.section.id === section)?.section.title ?? 'the whole report',
      ),
    (n) => `${countOf(n, 'comment is', 'comments are')} open.`,
  );

function frozenIds(node: ReportNode): readonly NonNullable<ReturnType<typeof frozenOf>>[] {
  if (node.type !== 'live') return (node.content ?? []).flatMap(frozenIds);
  const id = frozenOf(node);
  return id === undefined ? [] : [id];
}

function liveIn(node: ReportNode): number {
  if (node.type === 'live') {
    return liveBlockOf(node) !== undefined && frozenOf(node) === undefined ? 1 : 0;
  }
  return (node.content ?? []).reduce((sum, child) => sum + liveIn(child), 0);
}
