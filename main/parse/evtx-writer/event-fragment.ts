import type { Datum, LogEvent } from './log-event.ts';
import {
  ARRAY,
  filetime,
  guid,
  hex64,
  nothing,
  sid,
  text,
  typed,
  uint16,
  uint32,
  uint64,
  uint8,
  type Fragment,
  type TypedValue,
  type Value,
  type XmlContent,
  type XmlElement,
} from './value.ts';

const EVENT_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';
const TYPE_STRING = 0x01;
const TYPE_BINARY = 0x0e;
const TYPE_BINARY_XML = 0x21;

/** The record's content: the event in the layout it asks for. */
export function eventFragment(event: LogEvent, recordId: bigint): Fragment {
  const system = systemValues(event, recordId);
  const values = dataValues(event);
  switch (event.layout ?? 'nested') {
    case 'nested': {
      if (isEmpty(event)) return template(withoutData(), [...system]);
      const data: Fragment = { kind: 'template', root: dataElement(event, values, 0), values };
      return template(withData(system.length), [...system, { fragment: data }]);
    }
    case 'elements': {
      if (isEmpty(event)) return template(withoutData(), [...system]);
      const data: Fragment = {
        kind: 'elements',
        root: written(dataElement(event, values, 0), values),
      };
      return template(withData(system.length), [...system, { fragment: data }]);
    }
    case 'single':
      return template(
        eventElement([systemElement(), ...dataElements(event, values, system.length)]),
        [...system, ...values],
      );
    case 'bare': {
      const root = eventElement([systemElement(), ...dataElements(event, values, system.length)]);
      return { kind: 'elements', root: written(root, [...system, ...values]) };
    }
  }
}

const template = (root: XmlElement, values: readonly Value[]): Fragment => ({
  kind: 'template',
  root,
  values,
});

const isEmpty = (event: LogEvent): boolean =>
  event.data.length === 0 && event.binary === undefined && event.content === undefined;

const eventElement = (children: readonly (XmlElement | XmlContent)[]): XmlElement => ({
  name: 'Event',
  attributes: [['xmlns', { text: EVENT_NAMESPACE }]],
  children,
});

const withData = (slot: number): XmlElement =>
  eventElement([systemElement(), { slot, type: TYPE_BINARY_XML, optional: true }]);
const withoutData = (): XmlElement => eventElement([systemElement()]);

const dataElements = (event: LogEvent, values: readonly Value[], first: number): XmlElement[] =>
  isEmpty(event) ? [] : [dataElement(event, values, first)];

/** Windows' own order of slots, with the computer among them. */
const slot = (n: number, type: number): XmlContent => ({ slot: n, type, optional: true });

const systemElement = (): XmlElement => ({
  name: 'System',
  children: [
    {
      name: 'Provider',
      attributes: [
        ['Name', slot(14, 0x01)],
        ['Guid', slot(15, 0x0f)],
        ['EventSourceName', slot(19, 0x01)],
      ],
    },
    { name: 'EventID', attributes: [['Qualifiers', slot(4, 0x06)]], children: [slot(3, 0x06)] },
    { name: 'Version', children: [slot(11, 0x04)] },
    { name: 'Level', children: [slot(0, 0x04)] },
    { name: 'Task', children: [slot(2, 0x06)] },
    { name: 'Opcode', children: [slot(1, 0x04)] },
    { name: 'Keywords', children: [slot(5, 0x15)] },
    { name: 'TimeCreated', attributes: [['SystemTime', slot(6, 0x11)]] },
    { name: 'EventRecordID', children: [slot(10, 0x0a)] },
    {
      name: 'Correlation',
      attributes: [
        ['ActivityID', slot(7, 0x0f)],
        ['RelatedActivityID', slot(13, 0x0f)],
      ],
    },
    {
      name: 'Execution',
      attributes: [
        ['ProcessID', slot(8, 0x08)],
        ['ThreadID', slot(9, 0x08)],
      ],
    },
    { name: 'Channel', children: [slot(16, 0x01)] },
    { name: 'Computer', children: [slot(17, 0x01)] },
    { name: 'Security', attributes: [['UserID', slot(12, 0x13)]] },
  ],
});

const given = <T>(value: T | undefined, make: (value: T) => TypedValue): TypedValue =>
  value === undefined ? nothing : make(value);

function systemValues(event: LogEvent, recordId: bigint): readonly TypedValue[] {
  return [
    uint8(event.level ?? 4),
    uint8(event.opcode ?? 0),
    uint16(event.task ?? 0),
    uint16(event.eventId),
    given(event.qualifiers, uint16),
    hex64(event.keywords ?? 0x8000_0000_0000_0000n),
    filetime(event.time),
    given(event.activityId, guid),
    uint32(event.processId ?? 4),
    uint32(event.threadId ?? 8),
    uint64(event.eventRecordId ?? recordId),
    uint8(event.version ?? 0),
    given(event.userSid, sid),
    given(event.relatedActivityId, guid),
    text(event.provider),
    given(event.providerGuid, guid),
    text(event.channel),
    text(event.computer),
    nothing,
    given(event.eventSource, text),
  ];
}

const valueOf = (datum: Datum): Value =>
  datum !== null && typeof datum === 'object' ? datum : typed(datum);

function dataValues(event: LogEvent): Value[] {
  const values = event.content === undefined ? event.data.map(([, datum]) => valueOf(datum)) : [];
  if (event.binary !== undefined)
    values.push({ type: TYPE_BINARY, bytes: Buffer.from(event.binary) });
  return values;
}

const typeOf = (value: Value | undefined): number =>
  value === undefined ? 0 : 'fragment' in value ? TYPE_BINARY_XML : value.type || TYPE_STRING;

/** Only an optional value may be null. */
const isNull = (value: Value | undefined): boolean =>
  value !== undefined && !('fragment' in value) && value.type === nothing.type;

/** `<EventData>` or `<UserData>` with slots from `first` on. */
function dataElement(event: LogEvent, values: readonly Value[], first: number): XmlElement {
  if (event.content !== undefined) return event.content;
  const content = (n: number): XmlContent => ({
    slot: first + n,
    type: typeOf(values[n]) & ~ARRAY,
    ...(isNull(values[n]) && { optional: true }),
  });
  const { userData } = event;
  if (userData !== undefined)
    return {
      name: 'UserData',
      children: [
        {
          name: userData.element,
          ...(userData.namespace !== undefined && {
            attributes: [['xmlns', { text: userData.namespace }]] as const,
          }),
          children: event.data.map(([name], n) => ({
            name: name ?? 'Data',
            children: [content(n)],
          })),
        },
      ],
    };
  const elements: XmlElement[] = event.data.map(([name], n) => ({
    name: 'Data',
    ...(name !== undefined && { attributes: [['Name', { text: name }]] as const }),
    children: [content(n)],
  }));
  if (event.binary !== undefined)
    elements.push({ name: 'Binary', children: [content(event.data.length)] });
  return { name: 'EventData', children: elements };
}

/** The same elements with values in place of slots; only text can be written out. */
function written(element: XmlElement, values: readonly Value[]): XmlElement {
  const content = (each: XmlContent): XmlContent[] => {
    if (!('slot' in each)) return [each];
    const value = values[each.slot];
    if (value === undefined || 'fragment' in value)
      throw new RangeError('Only text can be written out');
    const words = wordsOf(value);
    return words === '' ? [] : [{ text: words }];
  };
  return {
    name: element.name,
    attributes: (element.attributes ?? []).flatMap(([name, value]) =>
      content(value).map((each) => [name, each] as const),
    ),
    children: (element.children ?? []).flatMap((child): (XmlElement | XmlContent)[] =>
      'name' in child ? [written(child, values)] : content(child),
    ),
  };
}

/** A value as the text that Windows would write for it; of the types that events of this kind use. */
function wordsOf({ type, bytes }: TypedValue): string {
  switch (type) {
    case 0x00:
      return '';
    case 0x01:
      return bytes.toString('utf16le');
    case 0x04:
      return String(bytes.readUInt8());
    case 0x06:
      return String(bytes.readUInt16LE());
    case 0x08:
      return String(bytes.readUInt32LE());
    case 0x0a:
      return String(bytes.readBigUInt64LE());
    case 0x0e:
      return bytes.toString('hex').toUpperCase();
    case 0x15:
      return `0x${bytes.readBigUInt64LE().toString(16)}`;
    case 0x11: {
      const ticks = bytes.readBigUInt64LE();
      const ms = Number(ticks / 10_000n) - 11_644_473_600_000;
      const fraction = String(ticks % 10_000_000n).padStart(7, '0');
      return `${new Date(ms).toISOString().slice(0, 19)}.${fraction}Z`;
    }
    default:
      throw new RangeError(`Type 0x${type.toString(16)} is not written out as text`);
  }
}
