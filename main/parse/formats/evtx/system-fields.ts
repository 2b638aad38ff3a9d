import type { Element, Node } from './binary-xml/node.ts';
import { type Pair, SYSTEM_PREFIX } from './event-data.ts';

/** The parts of `<System>` that are columns of their own. */
export const HOT = [
  'provider',
  'eventSource',
  'code',
  'level',
  'time',
  'channel',
  'host',
  'userId',
  'keywords',
] as const;
export type Hot = (typeof HOT)[number];

/** Where each is found: element, or element@attribute. */
const HOT_AT: { readonly [place: string]: Hot } = {
  'Provider@Name': 'provider',
  'Provider@EventSourceName': 'eventSource',
  EventID: 'code',
  Level: 'level',
  'TimeCreated@SystemTime': 'time',
  Channel: 'channel',
  Computer: 'host',
  'Security@UserID': 'userId',
  Keywords: 'keywords',
};

/** Columns that hold all there is to say; the others are fields too, since a column keeps only part of them. */
const ONLY_COLUMN: ReadonlySet<Hot> = new Set(['provider', 'code', 'time', 'channel', 'host']);

/** Names of the remaining parts where the attribute alone would not say what it is. */
const FIELD_AT: { readonly [place: string]: string } = {
  'Provider@Guid': 'ProviderGuid',
  'Provider@EventSourceName': 'EventSourceName',
  'EventID@Qualifiers': 'Qualifiers',
  'TimeCreated@RawTime': 'RawTime',
  'Correlation@ActivityID': 'ActivityID',
  'Correlation@RelatedActivityID': 'RelatedActivityID',
  'Execution@ProcessID': 'ProcessID',
  'Execution@ThreadID': 'ThreadID',
  'Execution@ProcessorID': 'ProcessorID',
  'Execution@SessionID': 'SessionID',
  'Execution@KernelTime': 'KernelTime',
  'Execution@UserTime': 'UserTime',
  'Execution@ProcessorTime': 'ProcessorTime',
  'Security@UserID': 'UserID',
};

export interface SystemParts {
  readonly hot: { readonly [name in Hot]?: readonly Node[] };
  readonly fields: readonly Pair[];
}

/** Splits `<System>` into columns and fields. Unknown parts are kept as `System.<Element>.<Attribute>`. */
export function systemParts(system: Element): SystemParts {
  const hot: { [name in Hot]?: readonly Node[] } = {};
  const fields: Pair[] = [];
  const put = (place: string, content: readonly Node[]): void => {
    const column = HOT_AT[place];
    if (column !== undefined) hot[column] ??= content;
    if (column !== undefined && ONLY_COLUMN.has(column)) return;
    fields.push({
      key: SYSTEM_PREFIX + (FIELD_AT[place] ?? place.replace('@', '.')),
      content,
    });
  };
  for (const element of system.children) {
    if (element.kind !== 'element') continue;
    const text = element.children.filter((node) => node.kind !== 'element');
    if (text.length > 0) put(element.name, text);
    for (const { name, content } of element.attributes)
      if (!name.startsWith('xmlns')) put(`${element.name}@${name}`, content);
  }
  return { hot, fields };
}
