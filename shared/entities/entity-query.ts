import type { Query } from '../query/ast.ts';
import { printQuery } from '../query/print-query.ts';
import type { EntityKind } from '../records/kinds/entity.ts';
import { FIELD_SOURCES } from './entity-sources.ts';

const NOWHERE = { from: 0, to: 0 };

/** The fields whose columns hold entities; `ip` stands for both addresses. */
export const COLUMN_FIELDS = {
  'host.name': 'host',
  'user.name': 'account',
  ip: 'ip',
  'process.name': 'file',
} as const;
export type ColumnField = keyof typeof COLUMN_FIELDS;

const literal = (field: string, text: string): Query => ({
  kind: 'field',
  field,
  test: { kind: 'match', pattern: { kind: 'literal', text, quoted: true } },
  ...NOWHERE,
});

const exact = (field: string, text: string): Query => ({
  kind: 'field',
  field,
  test: { kind: 'exact', text },
  ...NOWHERE,
});

const wildcard = (field: string, text: string): Query => ({
  kind: 'field',
  field,
  test: { kind: 'match', pattern: { kind: 'wildcard', text } },
  ...NOWHERE,
});

const either = (terms: readonly Query[]): Query =>
  terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind: 'or', terms, ...NOWHERE };

/** Wildcard text in which a text stands for itself. */
const escaped = (text: string): string => text.replace(/[\\*?]/g, '\\$&');

/** `field:value`, as a condition. */
export const fieldTerm = (field: string, value: string): string =>
  printQuery(literal(field, value));

/** Any of these writings, letter for letter, in any of these fields; in parentheses where there are several. */
export const exactTerm = (fields: readonly string[], writings: readonly string[]): string =>
  inAnd(either(fields.flatMap((field) => writings.map((text) => exact(field, text)))));

const inAnd = (query: Query): string => {
  const text = printQuery(query);
  return query.kind === 'or' ? `(${text})` : text;
};

/** What one field says of a value of a kind. `seen`: so it is written there. */
function termsOf(kind: EntityKind, field: string, value: string, seen: boolean): readonly Query[] {
  const whole = seen ? exact : literal;
  if (Object.hasOwn(COLUMN_FIELDS, field)) return [whole(field, value)];
  return FIELD_SOURCES.filter((source) => source.kind === kind && source.field === field).map(
    ({ shape, codes }): Query => {
      const found =
        shape === 'whole' || shape === 'name'
          ? whole(field, value)
          : wildcard(field, shape === 'hashes' ? `*${escaped(value)}*` : `*//${escaped(value)}*`);
      if (codes === undefined) return found;
      const code = either(codes.map((one) => literal('event.code', one)));
      return { kind: 'and', terms: [code, found], ...NOWHERE };
    },
  );
}

/** How an entity is written in evidence, and where. */
export interface Written {
  readonly kind: EntityKind;
  readonly value: string;
  /** How events write it, letter for letter. Without them `value` is looked for in any case, with any domain. */
  readonly forms?: readonly string[];
  /** Where it was read from; without them it is looked for in every field that can name one of its kind. */
  readonly fields?: readonly string[];
}

const COLUMN_OF: { readonly [K in EntityKind]?: ColumnField } = {
  host: 'host.name',
  account: 'user.name',
  ip: 'ip',
  file: 'process.name',
  service: 'process.name',
};

/** Where events can name an entity of a kind: its column, and the fields that mean it. */
const placesOf = (kind: EntityKind): readonly string[] => {
  const column = COLUMN_OF[kind];
  const fields = FIELD_SOURCES.flatMap((source) => (source.kind === kind ? [source.field] : []));
  return [...(column === undefined ? [] : [column]), ...new Set(fields)];
};

function treeOf(entities: readonly Written[]): Query | undefined {
  const terms = entities.flatMap((entity): readonly Query[] => {
    const { kind, value, forms = [value], fields } = entity;
    const places = fields !== undefined && fields.length > 0 ? fields : placesOf(kind);
    return forms.flatMap((form) =>
      places.flatMap((field) => termsOf(kind, field, form, entity.forms !== undefined)),
    );
  });
  const unique = new Map(terms.map((term) => [printQuery(term), term]));
  return unique.size === 0 ? undefined : either([...unique.values()]);
}

/** The query that finds a name wherever it stands in an event, which says less than a field that means it. */
export const entityText = (names: readonly { readonly value: string }[]): string =>
  printQuery(
    either(
      names.map(({ value }) => ({
        kind: 'text',
        pattern: { kind: 'literal', text: value, quoted: true },
        ...NOWHERE,
      })),
    ),
  );

/** The query that finds the events that name any of these, in the query language; empty for none. */
export function entityQuery(entities: readonly Written[]): string {
  const tree = treeOf(entities);
  return tree === undefined ? '' : printQuery(tree);
}

/** The same, to stand beside other conditions. */
export function entityCondition(entities: readonly Written[]): string {
  const tree = treeOf(entities);
  return tree === undefined ? '' : inAnd(tree);
}
