import type { RecordId } from '../model/ids.ts';
import type { Communication } from '../records/kinds/communication.ts';
import type { Decision } from '../records/kinds/decision.ts';
import { byText } from '../work/by-text.ts';
import { recordOf, recordsOf } from '../work/records.ts';
import type { WorkState } from '../work/work-state.ts';

/** A line of the log of the response: what was decided, told or heard. */
export type LogEntry = Decision | Communication;

/** Decisions and communications in one list, oldest first. */
export const logEntries = (state: WorkState): readonly LogEntry[] =>
  [...recordsOf(state, 'decision').values(), ...recordsOf(state, 'communication').values()].sort(
    (a, b) => (a.at === b.at ? byText(a.id, b.id) : a.at < b.at ? -1 : 1),
  );

/** The name that a person has now; of one who was removed, the last. */
export const personName = (state: WorkState, id: RecordId): string =>
  recordOf(state, 'person', id)?.name ?? state.removed.get(id) ?? 'somebody';

const names = (state: WorkState, ids: readonly RecordId[], others = ''): string =>
  [...ids.map((id) => personName(state, id)), ...(others === '' ? [] : [others])].join(', ');

const CHANNEL_WORDS: { readonly [C in Communication['channel']]: string } = {
  phone: 'by phone',
  meeting: 'in a meeting',
  'e-mail': 'by e-mail',
  message: 'by message',
  letter: 'by letter',
  form: 'by form',
  other: '',
};

/** Who did it, and with whom: `decided by Karin Nyberg`, `Karin Nyberg told Mats Lind by phone`. */
export function whoText(state: WorkState, entry: LogEntry): string {
  if (entry.type === 'decision') {
    return entry.by.length === 0 ? 'decided' : `decided by ${names(state, entry.by)}`;
  }
  const own = entry.by === undefined ? '' : personName(state, entry.by);
  const others = names(state, entry.people, entry.others);
  const channel = CHANNEL_WORDS[entry.channel];
  const words =
    entry.direction === 'told'
      ? [own, 'told', others]
      : [own === '' ? 'heard' : `${own} heard`, others === '' ? '' : `from ${others}`];
  return [...words, channel].filter((word) => word !== '').join(' ');
}

/** Why it was decided, or what was said. */
export const whyText = (entry: LogEntry): string =>
  entry.type === 'decision' ? entry.why : entry.text;
