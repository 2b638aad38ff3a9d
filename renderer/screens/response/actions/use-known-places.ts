import { useMemo } from 'react';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useRecordList } from '#renderer/records/use-records.ts';

/** Of each kind, the most frequent. */
const MOST = 200;

/** Hosts, accounts and addresses that the events or the analysts name, for completion; records first. */
export function useKnownPlaces(): readonly string[] {
  const asked = { query: '', limit: MOST, rare: false } as const;
  const hosts = useRead('events.facet', { ...asked, field: 'host' });
  const users = useRead('events.facet', { ...asked, field: 'user' });
  const sources = useRead('events.facet', { ...asked, field: 'source.ip' });
  const destinations = useRead('events.facet', { ...asked, field: 'destination.ip' });
  const entities = useRecordList('entity');
  const facets = [hosts.data, users.data, sources.data, destinations.data];
  const values = facets.flatMap((facet) => facet?.values.map(({ value }) => value ?? '') ?? []);
  const text = values.join('\n');
  return useMemo(
    () => [
      ...new Set([...entities.map(({ value }) => value), ...text.split('\n')].filter(Boolean)),
    ],
    [entities, text],
  );
}
