import type { BoardItem } from '#shared/model/board.ts';
import { techniqueById } from '#shared/model/attack.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { BoardItemId, EventId } from '#shared/model/ids.ts';
import { factsOf } from './finding-rows.ts';

/**
 * The finding as one item of the board: from the first to the last of its events, resting on the first. A finding
 * without events rests on the finding itself and is inferred.
 */
export function itemOfFinding(
  finding: Finding,
  events: ReadonlyMap<EventId, MarkedRow | null>,
  id: BoardItemId,
  rank: string,
): BoardItem {
  const { first, last, hosts } = factsOf(finding, events);
  const rows = finding.events.flatMap((event) => events.get(event) ?? []);
  const earliest = rows.find(({ time }) => time === first?.time) ?? rows[0];
  const [host] = hosts;
  const lasts = first !== undefined && last !== undefined && last.time > first.time;
  const phase = techniqueById(finding.technique ?? '')?.tactics[0] ?? 'execution';
  const statement = finding.statement.trim();
  return {
    id,
    title: finding.title,
    ...(first !== undefined && { time: first.time }),
    ...(lasts && { end: last.time }),
    precision: first?.precision ?? 's',
    ...(earliest !== undefined && { event: earliest.id }),
    ...(earliest === undefined && { basis: `Finding “${finding.title}”` }),
    reason: statement === '' ? `Finding “${finding.title}”` : statement,
    standing: earliest === undefined ? 'inferred' : 'proven',
    confidence: finding.confidence,
    phase,
    ...(finding.technique !== undefined && { technique: finding.technique }),
    ...(hosts.length === 1 && host !== undefined && { host }),
    rank,
  };
}
