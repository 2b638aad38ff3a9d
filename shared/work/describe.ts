import { shortened } from '../model/shortened.ts';
import type { OpId, RecordId } from '../model/ids.ts';
import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import { RECORD_KINDS, recordTitle } from '../records/record-kinds.ts';
import type { RecordEdit } from '../records/record-schema.ts';
import { formatInstant } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { counted } from './number-text.ts';
import type { MomentName, Op, OpBody, OpKind } from './op.ts';
import { REDO_GROUP, UNDO_GROUP } from './undo.ts';
import type { WorkState } from './work-state.ts';

export type FindOp = (id: OpId) => Op | undefined;

const LONGEST = 80;
/** Of retractions of retractions, so many are spelt out. */
const DEEPEST = 3;

export const MOMENT_TITLES: { readonly [M in MomentName]: string } = {
  'first-activity': 'first activity',
  aware: 'awareness',
  detected: 'detection',
  contained: 'containment',
  eradicated: 'eradication',
  recovered: 'recovery',
};

/** What an op did, as one sentence without a full stop, e.g. `Tagged 1,204 events lateral-movement`. */
export const describe = (op: Op, state: WorkState, find: FindOp): string =>
  describeAct([op], state, find);

/** What the ops of one act did together, in one sentence. */
export function describeAct(ops: readonly Op[], state: WorkState, find: FindOp, depth = 0): string {
  const [first, ...rest] = ops;
  if (first === undefined) return 'Took back an act that is not in this log';
  const retracted = ops.flatMap(({ body }) => (body.kind === 'retract' ? [body.op] : []));
  if (retracted.length > 0) {
    if (depth === DEEPEST) return 'Took back an earlier act';
    const { verb, of } = retraction(first, retracted, find);
    return `${verb}: ${describeAct(of, state, find, depth + 1)}`;
  }
  const whole = rest.reduce<OpBody | undefined>(
    (sum, { body }) => sum && joined(sum, body),
    first.body,
  );
  const sentence = describeBody(whole ?? first.body, state);
  return whole === undefined ? `${sentence} and ${counted(rest.length, 'more change')}` : sentence;
}

function retraction(
  { group = '' }: Op,
  retracted: readonly OpId[],
  find: FindOp,
): { readonly verb: string; readonly of: readonly Op[] } {
  const of = retracted.flatMap((id) => find(id) ?? []);
  if (group.startsWith(UNDO_GROUP)) return { verb: 'Undid', of };
  if (!group.startsWith(REDO_GROUP)) return { verb: 'Took back', of };
  const redone = of.flatMap(({ body }) => (body.kind === 'retract' ? (find(body.op) ?? []) : []));
  return { verb: 'Redid', of: redone };
}

/** Parts of one bulk act, as the one op they would have been. */
function joined(a: OpBody, b: OpBody): OpBody | undefined {
  if (!('events' in a) || !('events' in b) || a.kind !== b.kind) return undefined;
  if (a.kind === 'note.add' || b.kind === 'note.add') return undefined;
  const same =
    'tag' in a ? 'tag' in b && a.tag === b.tag : 'reviewed' in b && a.reviewed === b.reviewed;
  const { members, count } = a.events;
  const events = {
    count: count + b.events.count,
    members: [...members, ...b.events.members],
  };
  return same ? { ...a, events } : undefined;
}

type PlainKind = Exclude<OpKind, 'retract'>;
type Sentence<K extends PlainKind> = (
  body: Extract<OpBody, { kind: K }>,
  state: WorkState,
) => string;

const SENTENCES: { readonly [K in PlainKind]: Sentence<K> } = {
  'case.create': (body) => `Created the case ${quoted(body.title)}`,
  'case.rename': (body) => `Renamed the case ${quoted(body.title)}`,
  'analyst.identify': (body) => `${short(body.analyst.name)} joined the case`,
  'tag.add': (body) => `Tagged ${counted(body.events.count, 'event')} ${short(body.tag)}`,
  'tag.remove': (body) =>
    `Took the tag ${short(body.tag)} off ${counted(body.events.count, 'event')}`,
  'tag.describe': (body) => `Described the tag ${short(body.tag)}`,
  'note.add': (body) => `Noted on ${counted(body.events.length, 'event')}: ${short(body.text)}`,
  'note.edit': (body) => `Changed a note to: ${short(body.text)}`,
  'review.mark': (body) =>
    `Marked ${counted(body.events.count, 'event')} ${body.reviewed ? 'reviewed' : 'not reviewed'}`,
  'board.add': (body) => `Put ${quoted(body.item.title)} on the board`,
  'board.edit': (body, state) => `Changed ${fields(body.change)} of ${boardItem(body.item, state)}`,
  'board.remove': (body, state) => `Took ${boardItem(body.item, state)} off the board`,
  'board.order': (body, state) =>
    body.lane === undefined
      ? `Moved ${boardItem(body.item, state)} on the board`
      : `Moved ${boardItem(body.item, state)} to ${body.lane.replaceAll('-', ' ')}`,
  'board.link': (body, state) =>
    `Linked ${boardItem(body.link.from, state)} to ${boardItem(body.link.to, state)}`,
  'board.unlink': (body, state) =>
    `Unlinked ${boardItem(body.link.from, state)} from ${boardItem(body.link.to, state)}`,
  'finding.add': (body) => `Recorded the finding ${quoted(body.finding.title)}`,
  'finding.edit': (body, state) =>
    body.change.status === undefined
      ? `Changed ${fields(body.change)} of ${finding(body.finding, state)}`
      : `Set ${finding(body.finding, state)} to ${body.change.status}`,
  'finding.remove': (body, state) => `Removed ${finding(body.finding, state)}`,
  'record.add': ({ record }) => `Added ${withArticle(recordNamed(record))}`,
  'record.edit': describeEdit,
  'record.remove': (body, state) => `Removed ${record(body.type, body.record, state)}`,
  'report.create': (body) => `Began the report ${quoted(body.header.title)}`,
  'report.header': (body) => `Changed ${fields(body.change)} of the report`,
  'report.section': (body) => `Wrote the section ${quoted(body.section.title)}`,
  'report.section.remove': (body, state) =>
    `Removed the section ${quoted(state.removed.get(body.section) ?? '')}`,
  'report.order': (body, state) => {
    const section = state.reports.get(body.report)?.sections.get(body.section);
    return `Moved the section ${quoted(section?.title ?? '')}`;
  },
  'view.save': (body) => `Saved the view ${quoted(body.name)}`,
  'view.remove': (body) => `Removed the view ${quoted(body.name)}`,
  'moment.mark': (body) => describeMoment(body),
};

function describeBody(body: OpBody, state: WorkState): string {
  if (body.kind === 'retract') return 'Took back an act';
  // Each sentence is filed under the kind it takes.
  const sentence = SENTENCES[body.kind] as (body: OpBody, state: WorkState) => string;
  return sentence(body, state);
}

function describeMoment(body: Extract<OpBody, { kind: 'moment.mark' }>): string {
  const title = MOMENT_TITLES[body.moment];
  if (body.at !== undefined) {
    return `Set the time of ${title} to ${formatInstant(body.at as Instant, 's')}`;
  }
  return body.event === undefined
    ? `Took off the time of ${title}`
    : `Set the time of ${title} to that of an event`;
}

function describeEdit(body: RecordEdit, state: WorkState): string {
  const named = record(body.type, body.record, state);
  const { state: stateField }: { readonly state?: string } = RECORD_KINDS[body.type];
  const change = new Map<string, unknown>(Object.entries(body.change));
  const value = stateField === undefined ? undefined : change.get(stateField);
  return typeof value === 'string'
    ? `Set ${named} to ${value.replaceAll('-', ' ')}`
    : `Changed ${fields(body.change)} of ${named}`;
}

/** `the task “Block the address”`; of what is gone, by its last known name. */
function record(type: RecordType, id: RecordId, state: WorkState): string {
  const found = state.records.get(type)?.get(id);
  return `the ${found === undefined ? nounNamed(type, state.removed.get(id) ?? '') : recordNamed(found)}`;
}

const recordNamed = (of: CaseRecord): string => nounNamed(of.type, recordTitle(of));

const nounNamed = (type: RecordType, title: string): string =>
  title === '' ? RECORD_KINDS[type].noun : `${RECORD_KINDS[type].noun} ${quoted(title)}`;

const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

const boardItem = (id: Parameters<WorkState['board']['get']>[0], state: WorkState): string =>
  quoted(state.board.get(id)?.title ?? state.removed.get(id) ?? '', 'a board item');

const finding = (id: Parameters<WorkState['findings']['get']>[0], state: WorkState): string =>
  quoted(state.findings.get(id)?.title ?? state.removed.get(id) ?? '', 'a finding');

/** `title, time zone`; not what only goes with another one: `result` stands for its `resultCoverage` too. */
const fields = (change: object): string =>
  Object.keys(change)
    .filter((field, _at, all) => !all.some((one) => isPartOf(field, one)))
    .map((field) => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ') || 'nothing';

const isPartOf = (field: string, one: string): boolean =>
  field.startsWith(one) && /^[A-Z]/.test(field.slice(one.length));

const quoted = (text: string, unnamed = 'without a title'): string =>
  text === '' ? unnamed : `“${short(text)}”`;

/** On one line and of a bearable length. */
const short = (text: string): string => shortened(text.replaceAll(/\s+/g, ' ').trim(), LONGEST);
