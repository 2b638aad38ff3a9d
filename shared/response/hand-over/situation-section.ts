import type { Instant } from '../../model/time.ts';
import { MOMENT_TITLES } from '../../work/describe.ts';
import { MOMENTS } from '../../work/op.ts';
import type { Moment } from '../../work/work-state.ts';
import { incidentOf } from '../../work/records.ts';
import { dueText, stateText } from '../clocks/clock-text.ts';
import type { Clock } from '../clocks/clock.ts';
import { clocksOf, isOpen } from '../clocks/clock.ts';
import { judgementsOf } from '../incident-history.ts';
import { judgedWord, SEVERITY_WORDS, STATUS_WORDS, TLP_WORDS } from '../incident-words.ts';
import type { BriefLine, BriefSection } from './brief.ts';
import { withDetail } from './brief.ts';
import type { Shift } from './shift.ts';
import { analystName } from './shift.ts';

const FIELD_WORDS = { severity: 'Severity', status: 'Status', tlp: 'Marking' } as const;

/** What the incident is judged to be, and how that changed. */
export function situationSection(shift: Shift): BriefSection {
  const { state, ops, counts, since } = shift;
  const { severity, status, tlp, scope, summary } = incidentOf(state);
  const judged = `Severity ${SEVERITY_WORDS[severity].toLowerCase()} · ${STATUS_WORDS[status]} · ${TLP_WORDS[tlp]}`;
  const changes = judgementsOf(ops, counts)
    .filter(({ at }) => at > since)
    .map((change): BriefLine => ({
      at: change.at,
      text: `${FIELD_WORDS[change.field]}: ${judgedWord(change.field, change.from)} → ${judgedWord(change.field, change.to)}, by ${analystName(shift, change.analyst)}`,
      ...withDetail(change.reason),
    }));
  return {
    id: 'situation',
    title: 'Situation',
    lines: [
      { text: judged },
      ...(summary === undefined || summary === '' ? [] : [{ text: summary }]),
      ...(scope === '' ? [] : [{ text: `Scope: ${scope}` }]),
      ...changes,
      ...keyTimes(shift),
    ],
    none: '',
  };
}

/** Key times that were set, moved or taken off since. */
function keyTimes({ state, before, events, timeText }: Shift): readonly BriefLine[] {
  const timeOf = (moment: Moment | undefined): Instant | undefined =>
    moment?.event === undefined
      ? (moment?.at as Instant | undefined)
      : (events.get(moment.event)?.time ?? undefined);
  return MOMENTS.flatMap((name): readonly BriefLine[] => {
    const [now, then] = [state.moments.get(name), before.moments.get(name)];
    if (now?.at === then?.at && now?.event === then?.event) return [];
    const at = timeOf(now);
    const told =
      now === undefined ? 'taken off' : at === undefined ? 'set to an event' : timeText(at);
    return [{ text: `Time of ${MOMENT_TITLES[name]}: ${told}` }];
  });
}

/** Deadlines that wait for somebody, the soonest first, and those that were settled since. */
export function deadlineSection(shift: Shift): BriefSection {
  const { state, before, events, now } = shift;
  const clocks = clocksOf(state, events, now);
  const then = new Map(
    clocksOf(before, events, now).map((clock) => [clock.deadline.id, clock.state.kind]),
  );
  const settled = clocks.filter(
    (clock) => !isOpen(clock) && then.get(clock.deadline.id) !== clock.state.kind,
  );
  return {
    id: 'deadlines',
    title: 'Deadlines',
    lines: [
      ...clocks.filter(isOpen).map((clock) => openLine(shift, clock)),
      ...settled.map((clock) => settledLine(shift, clock)),
    ],
    none: 'No deadline is open.',
  };
}

function openLine({ timeText }: Shift, clock: Clock): BriefLine {
  const { deadline, due, state } = clock;
  const when =
    state.kind === 'waiting'
      ? state.why
      : `${stateText(clock)}${due === undefined ? '' : `, due ${dueText(due, deadline, timeText)}`}`;
  return {
    text: `${deadline.title}: ${when}`,
    ...withDetail(deadline.authority),
    ...(state.kind === 'missed' && { late: true }),
  };
}

function settledLine({ timeText }: Shift, clock: Clock): BriefLine {
  const { title, metAt, waivedBecause } = clock.deadline;
  const when = metAt === undefined ? '' : `, ${timeText(metAt)}`;
  return { text: `${title}: ${stateText(clock)}${when}`, ...withDetail(waivedBecause) };
}
