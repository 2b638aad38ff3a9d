import type { MarkKind } from './annotations.ts';
import type { CodedColumnName, NumberColumnName } from './schema.ts';

/** What a name in a query stands for. */
export type FieldTarget =
  | { readonly kind: 'column'; readonly columns: readonly CodedColumnName[] }
  | { readonly kind: 'message' }
  | { readonly kind: 'number'; readonly column: NumberColumnName }
  | { readonly kind: 'time' }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'recovered' }
  | { readonly kind: 'mark'; readonly mark: MarkKind }
  /** Names inside `fields`, any of which may carry it. */
  | { readonly kind: 'field'; readonly names: readonly string[] };

const column = (...columns: CodedColumnName[]): FieldTarget => ({ kind: 'column', columns });
const mark = (name: MarkKind): FieldTarget => ({
  kind: 'mark',
  mark: name,
});

/** Elastic Common Schema names and the short ones. Read without regard to case. */
const KNOWN: Readonly<Record<string, FieldTarget>> = {
  'host.name': column('host'),
  host: column('host'),
  'user.name': column('user'),
  user: column('user'),
  'source.ip': column('source_ip'),
  'destination.ip': column('destination_ip'),
  ip: column('source_ip', 'destination_ip'),
  'process.name': column('process'),
  process: column('process'),
  'event.code': column('code'),
  code: column('code'),
  'event.category': column('category'),
  category: column('category'),
  class: column('category'),
  'event.action': column('action'),
  action: column('action'),
  'event.outcome': column('outcome'),
  outcome: column('outcome'),
  'log.level': column('level'),
  level: column('level'),
  'winlog.channel': column('channel'),
  channel: column('channel'),
  'event.provider': column('provider'),
  provider: column('provider'),
  message: { kind: 'message' },
  record: { kind: 'number', column: 'record' },
  offset: { kind: 'number', column: 'offset' },
  '@timestamp': { kind: 'time' },
  time: { kind: 'time' },
  evidence: { kind: 'evidence' },
  file: { kind: 'evidence' },
  recovered: { kind: 'recovered' },
  tag: mark('tag'),
  note: mark('note'),
  board: mark('board'),
  finding: mark('finding'),
  reviewed: mark('reviewed'),
};

/** Names offered for completion, with their column where they have one. */
export const KNOWN_FIELDS: readonly { readonly name: string; readonly target: FieldTarget }[] =
  Object.entries(KNOWN).map(([name, target]) => ({ name, target }));

/** ECS name → the formats' own names, collected from all parsers. */
export type Aliases = ReadonlyMap<string, readonly string[]>;

export function targetOf(name: string, aliases: Aliases): FieldTarget {
  const known = KNOWN[name.toLowerCase()];
  if (known !== undefined && Object.hasOwn(KNOWN, name.toLowerCase())) return known;
  return { kind: 'field', names: aliases.get(name) ?? [name] };
}
