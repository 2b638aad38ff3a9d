import { exactTerm } from './entity-query.ts';
import type { EntityRef } from './entity-kinds.ts';
import { LOOKUP_FIELDS } from './entity-sources.ts';

/** Events by which somebody came in. Tickets and checks of a password are not logons to the machine that logged them. */
export const LOGONS =
  '(event.category:authentication or event.action:*login) not event.outcome:failure not event.action:(kerberos* or credential* or ntlm* or logged-out or *logout or *fail* or *refused or *denied or account-mapped or logged-in-explicit or sids-were-filtered)';
export const FAILED_LOGONS = 'event.category:authentication event.outcome:failure';
export const STARTS =
  'event.category:process event.action:(process-created or created-process or *start* or exec* or *-command or *created*)';
export const LOOKUPS = 'event.action:(dns or dns-query or dns-answer or dns_query)';

/** A side of a relation: a column of events, or the names inside `fields` that hold a domain. */
export type RelationSide =
  'host.name' | 'user.name' | 'source.ip' | 'destination.ip' | 'process.name' | 'lookup';

export interface Relation {
  readonly id: RelationId;
  /** In a sentence: from *says* to. */
  readonly says: string;
  /** Events that it is read from, in the query language. */
  readonly base: string;
  readonly from: Exclude<RelationSide, 'lookup'>;
  readonly to: RelationSide;
}

export const RELATION_IDS = [
  'logged-on',
  'failed-logon',
  'is-from',
  'came-to',
  'connected',
  'ran',
  'started',
  'active-on',
  'looked-up',
  'asked-for',
] as const;
export type RelationId = (typeof RELATION_IDS)[number];

/** Every way in which two entities stand in one event. */
export const RELATIONS: { readonly [R in RelationId]: Relation } = {
  'logged-on': {
    id: 'logged-on',
    says: 'logged on to',
    base: LOGONS,
    from: 'user.name',
    to: 'host.name',
  },
  'failed-logon': {
    id: 'failed-logon',
    says: 'failed to log on to',
    base: FAILED_LOGONS,
    from: 'user.name',
    to: 'host.name',
  },
  'is-from': {
    id: 'is-from',
    says: 'logged on from',
    base: LOGONS,
    from: 'user.name',
    to: 'source.ip',
  },
  'came-to': {
    id: 'came-to',
    says: 'logged on to',
    base: LOGONS,
    from: 'source.ip',
    to: 'host.name',
  },
  connected: {
    id: 'connected',
    says: 'connected to',
    base: '',
    from: 'source.ip',
    to: 'destination.ip',
  },
  ran: { id: 'ran', says: 'ran', base: STARTS, from: 'host.name', to: 'process.name' },
  started: { id: 'started', says: 'started', base: STARTS, from: 'user.name', to: 'process.name' },
  'active-on': {
    id: 'active-on',
    says: 'was active on',
    base: 'not event.category:authentication',
    from: 'user.name',
    to: 'host.name',
  },
  'looked-up': {
    id: 'looked-up',
    says: 'looked up',
    base: LOOKUPS,
    from: 'host.name',
    to: 'lookup',
  },
  'asked-for': {
    id: 'asked-for',
    says: 'looked up',
    base: LOOKUPS,
    from: 'source.ip',
    to: 'lookup',
  },
};

/** Two entities and the events in which the one did something to the other. */
export interface RelationEdge {
  readonly relation: RelationId;
  readonly from: EntityRef;
  readonly to: EntityRef;
  /** How events write the two, letter for letter, where there is more than one writing. */
  readonly fromForms?: readonly string[];
  readonly toForms?: readonly string[];
  readonly events: number;
  /** Of the events with a time. */
  readonly first?: bigint;
  readonly last?: bigint;
}

type EdgeEnds = Pick<RelationEdge, 'relation' | 'from' | 'to' | 'fromForms' | 'toForms'>;

/** The query whose matches in the same range of time are the events of an edge, and no others. */
export function edgeQuery({ relation, from, to, fromForms, toForms }: EdgeEnds): string {
  const { base, from: left, to: right } = RELATIONS[relation];
  const fields = right === 'lookup' ? LOOKUP_FIELDS : [right];
  return [
    base,
    exactTerm([left], fromForms ?? [from.value]),
    exactTerm(fields, toForms ?? [to.value]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
