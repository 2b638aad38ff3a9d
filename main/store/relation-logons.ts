import { LOGONS } from '#shared/entities/relations.ts';
import type { Logon } from '#shared/ipc/entities.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { RelationParts } from './relation-pairs.ts';
import { groupCodes } from './relation-table.ts';

/** Who came from where to which host, in the order of the first time. */
export async function networkLogons(
  parts: RelationParts,
  { limit, ...range }: Omit<EventFilter, 'query'> & { readonly limit: number },
  signal?: AbortSignal,
): Promise<{ readonly logons: readonly Logon[]; readonly all: number }> {
  const { terms } = parts;
  const filter = { ...range, query: LOGONS };
  const { groups, times } = await groupCodes(parts, ['source_ip', 'user', 'host'], filter, signal);
  // Groups are made in the order of their first event, those without a time last.
  const logons = Array.from({ length: Math.min(limit, groups.size) }, (_, group): Logon => {
    const at = times(group);
    return {
      source: terms.text('source_ip', groups.key(group, 0)) ?? '',
      account: terms.text('user', groups.key(group, 1)) ?? '',
      host: terms.text('host', groups.key(group, 2)) ?? '',
      events: groups.count(group),
      ...(at !== undefined && { first: at[0], last: at[1] }),
    };
  });
  return { logons, all: groups.size };
}

/** A host's own records of its connections, and how much of them an address must have to be its own. */
const OWN_CONNECTIONS = 'event.action:network-connection winlog.channel:*Sysmon*';
const MOST_OF_THEM = 0.5;

/** The address that most of a host's own connections begin at. */
export async function ownAddresses(
  parts: RelationParts,
  signal?: AbortSignal,
): Promise<readonly { readonly host: string; readonly ip: string; readonly events: number }[]> {
  const { terms } = parts;
  const { groups } = await groupCodes(
    parts,
    ['host', 'source_ip'],
    { query: OWN_CONNECTIONS },
    signal,
  );
  const sums = new Map<number, number>();
  for (let group = 0; group < groups.size; group++) {
    const host = groups.key(group, 0);
    sums.set(host, (sums.get(host) ?? 0) + groups.count(group));
  }
  return Array.from({ length: groups.size }, (_, group) => group)
    .filter((group) => groups.count(group) > (sums.get(groups.key(group, 0)) ?? 0) * MOST_OF_THEM)
    .map((group) => ({
      host: terms.text('host', groups.key(group, 0)) ?? '',
      ip: terms.text('source_ip', groups.key(group, 1)) ?? '',
      events: groups.count(group),
    }));
}
