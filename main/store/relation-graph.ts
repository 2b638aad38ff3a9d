import { entityForm, entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { kindOfProcess } from '#shared/entities/entity-sources.ts';
import { RELATIONS, type RelationEdge } from '#shared/entities/relations.ts';
import type { EntityGraph } from '#shared/ipc/entities.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';
import { earlier, later } from './entity-merge.ts';
import { fold } from './patterns.ts';
import type { PairTable, RelationTables } from './relation-pairs.ts';
import { FAMILY_OF, type Family } from './relation-table.ts';
import type { CodedColumnName } from './schema.ts';
import type { Terms } from './terms.ts';

type Numbers = Map<Family, Map<number, number>>;

const FAMILY_OF_KIND: { readonly [K in EntityKind]?: Family } = {
  host: 'host',
  account: 'user',
  ip: 'ip',
  file: 'process',
  service: 'process',
  domain: 'domain',
};

const COLUMN_OF_FAMILY: { readonly [F in Exclude<Family, 'domain'>]: CodedColumnName } = {
  host: 'host',
  user: 'user',
  ip: 'source_ip',
  process: 'process',
};

interface GraphRequest {
  readonly centre: readonly EntityRef[];
  readonly hops: 1 | 2;
  /** Most neighbours. */
  readonly limit: number;
}

/** The neighbours of some entities, those with most events, and all that runs between those that are kept. */
export function graphAround(
  tables: RelationTables,
  terms: Terms,
  { centre, hops, limit }: GraphRequest,
): EntityGraph {
  const kept = numbersOf(tables, terms, centre);
  const others = new Map<EntityKind, number>();
  let room = limit;
  for (let hop = 1; hop <= hops; hop++) {
    const met = neighbours(tables, kept);
    const ranked = [...met]
      .flatMap(([family, codes]) => [...codes].map(([code, events]) => ({ family, code, events })))
      .sort((a, b) => b.events - a.events);
    for (const { family, code } of ranked.slice(0, room)) numbersIn(kept, family).set(code, 0);
    for (const { family, code } of ranked.slice(room)) {
      const { kind } = entityOf(tables, terms, family, code);
      others.set(kind, (others.get(kind) ?? 0) + 1);
    }
    room = Math.max(0, room - ranked.length);
  }
  const edges = new Map<string, RelationEdge>();
  for (const table of tables.pairs) {
    const [from, to] = familiesOf(table);
    const [left, right] = [kept.get(from), kept.get(to)];
    if (left === undefined || right === undefined) continue;
    for (let pair = 0; pair < table.size; pair++) {
      if (!left.has(table.from(pair)) || !right.has(table.to(pair))) continue;
      addEdge(edges, {
        relation: table.relation,
        from: entityOf(tables, terms, from, table.from(pair)),
        to: entityOf(tables, terms, to, table.to(pair)),
        events: table.count(pair),
        ...timesOf(table, pair),
      });
    }
  }
  return {
    edges: [...edges.values()].sort((a, b) => b.events - a.events),
    others: [...others].map(([kind, count]) => ({ kind, count })),
    atLeast: tables.pairs.some(({ atLeast }) => atLeast),
  };
}

const familiesOf = ({ relation }: PairTable): readonly [Family, Family] => {
  const { from, to } = RELATIONS[relation];
  return [FAMILY_OF[from], FAMILY_OF[to]];
};

function timesOf(table: PairTable, pair: number): Pick<RelationEdge, 'first' | 'last'> {
  const times = table.times(pair);
  return times === undefined ? {} : { first: times[0], last: times[1] };
}

const numbersIn = (numbers: Numbers, family: Family): Map<number, number> => {
  const found = numbers.get(family) ?? new Map<number, number>();
  numbers.set(family, found);
  return found;
};

/** Who stands beside those that are kept, with how many events. */
function neighbours({ pairs }: RelationTables, kept: Numbers): Numbers {
  const met: Numbers = new Map();
  for (const table of pairs) {
    const [from, to] = familiesOf(table);
    const [left, right] = [kept.get(from), kept.get(to)];
    if (left === undefined && right === undefined) continue;
    const [toward, back] = [numbersIn(met, to), numbersIn(met, from)];
    for (let pair = 0; pair < table.size; pair++) {
      const [a, b] = [table.from(pair), table.to(pair)];
      const begins = left?.has(a) === true;
      const ends = right?.has(b) === true;
      if (begins && !ends) toward.set(b, (toward.get(b) ?? 0) + table.count(pair));
      if (ends && !begins) back.set(a, (back.get(a) ?? 0) + table.count(pair));
    }
  }
  return met;
}

/** The numbers of entities, in any writing that differs only in case or form. */
function numbersOf(
  { domains }: RelationTables,
  terms: Terms,
  entities: readonly EntityRef[],
): Numbers {
  const numbers: Numbers = new Map();
  for (const { kind, value } of entities) {
    const family = FAMILY_OF_KIND[kind];
    if (family === undefined) continue;
    const own = numbersIn(numbers, family);
    const form = entityForm(kind, value);
    if (family === 'domain') {
      domains.forEach((text, code) => {
        if (entityForm('domain', text) === form) own.set(code, 0);
      });
      continue;
    }
    const writings = new Set([fold(value), fold(form)]);
    const visit = (code: number): void => void own.set(code, 0);
    for (const code of terms.literal(COLUMN_OF_FAMILY[family], writings, visit)) visit(code);
  }
  return numbers;
}

function entityOf(
  { domains }: RelationTables,
  terms: Terms,
  family: Family,
  code: number,
): EntityRef {
  if (family === 'domain') return { kind: 'domain', value: domains[code] ?? '' };
  const value = terms.text(COLUMN_OF_FAMILY[family], code) ?? '';
  switch (family) {
    case 'host':
      return { kind: 'host', value };
    case 'user':
      return { kind: 'account', value };
    case 'ip':
      return { kind: 'ip', value };
    case 'process':
      return { kind: kindOfProcess(value), value };
  }
}

/** Writings of one entity make one edge. */
function addEdge(edges: Map<string, RelationEdge>, edge: RelationEdge): void {
  const key = `${edge.relation} ${entityKey(edge.from)} ${entityKey(edge.to)}`;
  const known = edges.get(key);
  if (known === undefined) {
    edges.set(key, edge);
    return;
  }
  const [fromForms, toForms] = [
    withForm(known.fromForms ?? [known.from.value], edge.from.value),
    withForm(known.toForms ?? [known.to.value], edge.to.value),
  ];
  const first = earlier(known.first, edge.first);
  const last = later(known.last, edge.last);
  edges.set(key, {
    ...known,
    ...(fromForms.length > 1 && { fromForms }),
    ...(toForms.length > 1 && { toForms }),
    events: known.events + edge.events,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  });
}

const withForm = (forms: readonly string[], form: string): readonly string[] =>
  forms.includes(form) ? forms : [...forms, form];
