import { phaseName } from '#shared/model/attack.ts';
import type { CitationState } from '#shared/ipc/report.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import { readableTime } from '#shared/report/time-text.ts';
import { whyMissing } from './cite.ts';
import type { ReportSources } from './sources.ts';

/** What each cited id (an event's, a finding's or a board item's) is in the case now, as the editor shows it. */
export async function citationStates(
  ids: readonly string[],
  { work, events, unread }: Pick<ReportSources, 'work' | 'events' | 'unread'>,
): Promise<readonly CitationState[]> {
  const wanted = ids.filter((id): id is EventId => parseEventId(id) !== undefined);
  const found = await events(wanted);
  const byId = new Map(wanted.map((id, n) => [id, found[n] ?? null]));
  return ids.map((id): CitationState => {
    const event = byId.get(id as EventId);
    if (event !== undefined) {
      return event === null
        ? { state: 'missing', id, why: whyMissing(id as EventId, unread) }
        : eventState(id, event);
    }
    const finding = [...work.findings.values()].find((one) => one.id === id);
    if (finding !== undefined) {
      return {
        state: 'resolves',
        id,
        label: finding.title,
        where: `finding, ${finding.severity}, ${finding.status}`,
        message: finding.statement,
      };
    }
    const item = [...work.board.values()].find((one) => one.id === id);
    if (item === undefined) {
      return { state: 'missing', id, why: 'it is no longer in the case' };
    }
    return {
      state: 'resolves',
      id,
      label: item.title,
      ...(item.time !== undefined && { time: `${readableTime(item.time, item.precision)} UTC` }),
      where: `board, ${phaseName(item.phase)}, ${item.standing}`,
      message: item.reason,
    };
  });
}

function eventState(id: string, event: EventDetail): CitationState {
  const { time, precision, evidenceName, offset, message, host } = event;
  const at = time === undefined ? undefined : readableTime(time, precision);
  const clock = at === undefined ? 'undated' : (at.split(' ')[1] ?? at);
  return {
    state: 'resolves',
    id,
    label: `${host === undefined ? evidenceName : shortHost(host)} ${clock}`,
    ...(at !== undefined && { time: `${at} UTC` }),
    where: `${evidenceName} @0x${offset.toString(16)}`,
    message,
  };
}

/** `WS07` of `WS07.lindholm.example`; an address stays whole. */
const shortHost = (host: string): string =>
  /^[a-z][\w-]*\./i.test(host) ? host.slice(0, host.indexOf('.')) : host;
