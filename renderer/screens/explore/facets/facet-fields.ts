/** A facet as the analyst arranged it. */
export interface FacetPlace {
  readonly field: string;
  readonly open: boolean;
  /** Rare values first. */
  readonly rare: boolean;
}

export const FACET_FIELDS = [
  { field: 'class', title: 'Class' },
  { field: 'level', title: 'Level' },
  { field: 'host', title: 'Host' },
  { field: 'user', title: 'User' },
  { field: 'code', title: 'Code' },
  { field: 'action', title: 'Action' },
  { field: 'channel', title: 'Channel' },
  { field: 'provider', title: 'Provider' },
  { field: 'source.ip', title: 'Source address' },
  { field: 'destination.ip', title: 'Destination address' },
  { field: 'process', title: 'Process' },
  { field: 'tag', title: 'Tag' },
  { field: 'evidence', title: 'Evidence' },
] as const;

const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['class', 'host', 'user', 'tag']);

export const DEFAULT_FACETS: readonly FacetPlace[] = FACET_FIELDS.map(({ field }) => ({
  field,
  open: OPEN_AT_FIRST.has(field),
  rare: false,
}));
