import { formatBytes } from '../../report/quantity-text.ts';
import type { Finding } from '../../model/finding.ts';
import type { Instant } from '../../model/time.ts';
import { canonicalJson } from '../../work/canonical-json.ts';
import { boardByTime, findingsBySeverity } from '../../work/ordered.ts';
import type { Op } from '../../work/op.ts';
import type { Entity } from '../../records/kinds/entity.ts';
import type { ResponseAction } from '../../records/kinds/response-action.ts';
import { recordsOf } from '../../work/records.ts';
import { logEntries, whoText, whyText } from '../log-entries.ts';
import type { BriefLine, BriefSection } from './brief.ts';
import { atMost, withDetail } from './brief.ts';
import { opTime } from './past-state.ts';
import type { Shift } from './shift.ts';
import { analystName, lastAct } from './shift.ts';

/** Files that were sealed since. */
export function evidenceSection({ evidence, since }: Shift): BriefSection {
  const lines = evidence
    .map((item) => ({ item, at: (BigInt(Date.parse(item.sealedAt)) * 1_000_000n) as Instant }))
    .filter(({ at }) => at > since)
    .map(({ item, at }): BriefLine => ({
      at,
      text: `${item.name}, ${formatBytes(item.size)}, ${item.state}`,
      ...withDetail(item.parent === undefined ? item.source : undefined),
    }));
  return section('evidence', 'New evidence', lines, 'No evidence came in.');
}

/** Findings that were made, decided or removed since. */
export function findingSection(shift: Shift): BriefSection {
  const { state, before } = shift;
  const of = (id: Finding['id']) => (op: Op) =>
    (op.body.kind === 'finding.add' && op.body.finding.id === id) ||
    (op.body.kind === 'finding.edit' && op.body.finding === id);
  const lines = findingsBySeverity(state.findings).flatMap((finding): readonly BriefLine[] => {
    const then = before.findings.get(finding.id);
    if (then !== undefined && same(then, finding)) return [];
    const what =
      then === undefined
        ? `New, ${finding.severity}, ${finding.status}`
        : then.status === finding.status
          ? `Edited, ${finding.severity}, ${finding.status}`
          : `${then.status} → ${finding.status}, ${finding.severity}`;
    return [told(shift, of(finding.id), `${finding.title} (${what})`)];
  });
  const gone = removed(before.findings, state.findings, ({ title }) => `${title} (removed)`);
  return section('findings', 'Findings', [...lines, ...gone], 'No finding was made or changed.');
}

/** Items that came onto the board or left it since; of edits, only how many. */
export function boardSection(shift: Shift): BriefSection {
  const { state, before, timeText } = shift;
  const items = boardByTime(state.board);
  const lines = items
    .filter(({ id }) => !before.board.has(id))
    .map(({ title, time, phase, reason }): BriefLine => ({
      text: `${title} (${phase.replaceAll('-', ' ')}${time === undefined ? '' : `, ${timeText(time)}`})`,
      ...withDetail(reason),
    }));
  const edited = items.filter((item) => {
    const then = before.board.get(item.id);
    return then !== undefined && !same(then, item);
  }).length;
  const gone = removed(before.board, state.board, ({ title }) => `${title} (taken off)`);
  const edits = edited === 0 ? [] : [{ text: `${edited} changed` }];
  return section(
    'board',
    'On the board',
    [...lines, ...gone, ...edits],
    'Nothing changed on the board.',
  );
}

const STANDING_WORDS: readonly (readonly [string, (entity: Entity) => boolean])[] = [
  ['The intruder’s own', ({ hostile }) => hostile === true],
  ['Compromised', ({ verdict, hostile }) => verdict === 'compromised' && hostile !== true],
  ['Accessed', ({ verdict, hostile }) => verdict === 'accessed' && hostile !== true],
  ['Suspected', ({ verdict, hostile }) => verdict === 'suspected' && hostile !== true],
];

/** How it stands now, by name: what the next shift must keep an eye on whether or not it changed. */
const standings = (entities: readonly Entity[]): readonly BriefLine[] =>
  STANDING_WORDS.flatMap(([word, is]) => {
    const names = entities.filter(is).map(({ label, value }) => label ?? value);
    if (names.length === 0) return [];
    const rest = names.length - MOST_NAMED;
    const listed = names.slice(0, MOST_NAMED).sort((a, b) => a.localeCompare(b, 'en'));
    return [{ text: `${word} now: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}` }];
  });

const MOST_NAMED = 20;

/** How hosts, accounts and the like stand now, and whose verdict changed since. */
export function verdictSection(shift: Shift): BriefSection {
  const { state, before } = shift;
  const known = recordsOf(before, 'entity');
  const lines = [...recordsOf(state, 'entity').values()].flatMap((entity): readonly BriefLine[] => {
    const then = known.get(entity.id)?.verdict ?? 'unknown';
    if (then === entity.verdict) return [];
    const is = ({ body }: Op): boolean =>
      body.kind === 'record.edit' &&
      body.type === 'entity' &&
      body.record === entity.id &&
      body.change.verdict !== undefined;
    const text = `${entity.label ?? entity.value} (${entity.kind.replaceAll('-', ' ')}): ${then} → ${entity.verdict}`;
    return [told(shift, is, text)];
  });
  return {
    id: 'verdicts',
    title: 'Verdicts',
    lines: [...standings([...recordsOf(state, 'entity').values()]), ...atMost(lines)],
    none: 'Nothing has a verdict.',
  };
}

/** What is left to do about an action that nothing happened to. */
const LEFT: { readonly [S in ResponseAction['state']]?: string } = {
  planned: 'Still planned',
  done: 'Not verified yet',
};

/** Containment, eradication and recovery that was recorded or went on since, and what of it is left. */
export function actionSection(shift: Shift): BriefSection {
  const { state, before, timeText } = shift;
  const known = recordsOf(before, 'action');
  const actions = [...recordsOf(state, 'action').values()].sort((a, b) =>
    Number((a.at ?? 0n) - (b.at ?? 0n)),
  );
  const placed = ({ where, at }: ResponseAction): string =>
    `${where === '' ? '' : `, ${where}`}${at === undefined ? '' : `, ${timeText(at)}`}`;
  const isNew = ({ id, state: now }: ResponseAction): boolean => known.get(id)?.state !== now;
  const lines = actions.filter(isNew).map((action): BriefLine => ({
    text: `${action.title}: ${action.state}${placed(action)}`,
    ...withDetail(action.verification ?? action.result),
    ...(action.state === 'failed' && { late: true }),
  }));
  const left = actions.flatMap((action): readonly BriefLine[] => {
    const word = isNew(action) ? undefined : LEFT[action.state];
    if (word === undefined) return [];
    return [{ text: `${word}: ${action.title}${placed(action)}`, ...withDetail(action.result) }];
  });
  return {
    id: 'actions',
    title: 'Response actions',
    lines: [...atMost(lines), ...atMost(left)],
    none: 'No action was recorded, and none is left to be done.',
  };
}

/** What was decided, told and heard since, or became known of it since. */
export function logSection({ state, before, since }: Shift): BriefSection {
  const known = new Set(logEntries(before).map(({ id }) => id));
  const lines = logEntries(state)
    .filter((entry) => entry.at > since || !known.has(entry.id))
    .map((entry): BriefLine => ({
      at: entry.at,
      text: `${entry.title} (${whoText(state, entry)})`,
      ...withDetail(whyText(entry)),
    }));
  // Nothing of these is left out, however many they are.
  return {
    id: 'log',
    title: 'Decisions and communications',
    lines,
    none: 'Nothing was decided, told or heard.',
  };
}

/** The states of two times are folded apart: what did not change is equal, not identical. */
const same = (a: object, b: object): boolean => canonicalJson(a) === canonicalJson(b);

const section = (
  id: string,
  title: string,
  lines: readonly BriefLine[],
  none: string,
): BriefSection => ({ id, title, lines: atMost(lines), none });

/** A line with who did it, when and why, as the last act of that kind says. */
function told(shift: Shift, is: (op: Op) => boolean, text: string): BriefLine {
  const op = lastAct(shift, is);
  if (op === undefined) return { text };
  return {
    at: opTime(op),
    text: `${text}, by ${analystName(shift, op.analyst)}`,
    ...withDetail(op.reason),
  };
}

const removed = <K, V>(
  before: ReadonlyMap<K, V>,
  now: ReadonlyMap<K, V>,
  text: (value: V) => string,
): readonly BriefLine[] =>
  [...before].flatMap(([id, value]) => (now.has(id) ? [] : [{ text: text(value) }]));
