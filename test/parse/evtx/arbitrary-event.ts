import fc from 'fast-check';
import type { Datum, LogEvent } from '#main/parse/evtx-writer/log-event.ts';
import { anyValue, type Known, words } from './arbitrary-value.ts';
import { anyTree, flatTree, treeValue } from './arbitrary-tree.ts';

/** An event as it is written, and the fields that reading must give, by name. */
export interface KnownEvent {
  readonly event: LogEvent;
  readonly fields: ReadonlyMap<string, unknown>;
}

/** A field as written and as read. */
type KnownDatum = { readonly datum: Datum; readonly read: unknown };

const name = words(20).filter((each) => each !== '');

const value: fc.Arbitrary<KnownDatum> = anyValue.map(({ value: datum, read }: Known) => ({
  datum,
  read,
}));
const nested: fc.Arbitrary<KnownDatum> = anyTree.map((tree) => ({
  datum: treeValue(tree),
  read: flatTree(tree),
}));
/** What can be written out without a template: text, and numbers as text. */
const plain: fc.Arbitrary<KnownDatum> = fc.oneof(
  words(40).map((datum) => ({ datum, read: datum === '' ? null : datum })),
  fc.integer({ min: 0, max: 0xffff_ffff }).map((datum) => ({ datum, read: String(datum) })),
);

/** Fields of one name are one list; a list among them is part of it. */
function joined(pairs: readonly (readonly [name: string, read: unknown])[]): Map<string, unknown> {
  const lists = new Map<string, unknown[]>();
  for (const [key, read] of pairs) {
    const known = lists.get(key) ?? [];
    lists.set(key, [...known, ...(Array.isArray(read) ? (read as unknown[]) : [read])]);
  }
  return new Map([...lists].map(([key, items]) => [key, items.length > 1 ? items : items[0]]));
}

/** Names from a log never take the place of what `<System>` says. */
const fieldName = (given: string | undefined): string =>
  given?.startsWith('System.') === true ? `EventData.${given}` : (given ?? 'Data');

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** What text can say too. */
const plainParts = {
  provider: name,
  eventSource: name,
  channel: name,
  computer: name,
  eventId: fc.integer({ min: 0, max: 0xffff }),
  qualifiers: fc.integer({ min: 0, max: 0xffff }),
  version: fc.integer({ min: 0, max: 255 }),
  level: fc.integer({ min: 0, max: 255 }),
  task: fc.integer({ min: 0, max: 0xffff }),
  opcode: fc.integer({ min: 0, max: 255 }),
  keywords: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  // 1970 to 2198, in steps of what a FILETIME holds.
  time: fc.bigInt({ min: 0n, max: 2n ** 56n }).map((ticks) => ticks * 100n),
  eventRecordId: fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
  processId: fc.integer({ min: 0, max: 0xffff_ffff }),
  threadId: fc.integer({ min: 0, max: 0xffff_ffff }),
};
const ALWAYS = [
  'provider',
  'channel',
  'computer',
  'eventId',
  'version',
  'level',
  'task',
  'opcode',
  'keywords',
  'time',
  'eventRecordId',
  'processId',
  'threadId',
] as const;
const plainSystem = fc.record(plainParts, { requiredKeys: [...ALWAYS] });
const system = fc.record(
  {
    ...plainParts,
    providerGuid: fc.uuid(),
    activityId: fc.uuid(),
    relatedActivityId: fc.uuid(),
  },
  { requiredKeys: [...ALWAYS] },
);

type System = Pick<LogEvent, 'provider' | 'channel' | 'computer' | 'eventId' | 'time'> &
  Partial<LogEvent>;

/** `<System>` as fields: typed through a template, text where it is written out. */
function systemFields(event: System, bare: boolean): (readonly [string, unknown])[] {
  const number = (each: number | undefined): unknown =>
    each === undefined || !bare ? each : String(each);
  const braces = (each: string | undefined): unknown => (each === undefined ? each : `{${each}}`);
  const fields: (readonly [string, unknown])[] = [
    ['System.ProviderGuid', braces(event.providerGuid)],
    ['System.EventSourceName', event.eventSource],
    ['System.Qualifiers', number(event.qualifiers)],
    ['System.Version', number(event.version)],
    ['System.Level', number(event.level)],
    ['System.Task', number(event.task)],
    ['System.Opcode', number(event.opcode)],
    ['System.Keywords', `0x${(event.keywords ?? 0n).toString(16)}`],
    ['System.EventRecordID', number(Number(event.eventRecordId))],
    ['System.ActivityID', braces(event.activityId)],
    ['System.RelatedActivityID', braces(event.relatedActivityId)],
    ['System.ProcessID', number(event.processId)],
    ['System.ThreadID', number(event.threadId)],
  ];
  return fields.filter(([, read]) => read !== undefined);
}

/** Events through templates: any values, nesting, unnamed and repeated fields. */
const templated: fc.Arbitrary<KnownEvent> = fc
  .tuple(
    system,
    fc.array(fc.tuple(optional(name), fc.oneof({ weight: 5, arbitrary: value }, nested)), {
      maxLength: 10,
    }),
    fc.constantFrom('nested' as const, 'single' as const),
    optional(fc.uint8Array({ minLength: 1, maxLength: 40 })),
  )
  .map(([head, data, layout, binary]) => ({
    event: {
      ...head,
      layout,
      ...(binary !== undefined && { binary }),
      data: data.map(([each, { datum }]) => [each, datum] as const),
    },
    fields: joined([
      ...data.map(([each, { read }]) => [fieldName(each), read] as const),
      ...(binary === undefined
        ? []
        : [['Binary', Buffer.from(binary).toString('hex').toUpperCase()] as const]),
      ...systemFields(head, false),
    ]),
  }));

/** Names of elements have their own rules. */
const elementName = fc.stringMatching(/^[A-Z][a-zA-Z0-9]{0,12}$/).filter((each) => each !== 'Data');

const userData: fc.Arbitrary<KnownEvent> = fc
  .tuple(
    system,
    elementName,
    fc.array(fc.tuple(elementName, value), { minLength: 1, maxLength: 8 }),
  )
  .map(([head, element, data]) => ({
    event: {
      ...head,
      userData: { element, namespace: 'urn:fireline:test' },
      data: data.map(([each, { datum }]) => [each, datum] as const),
    },
    fields: joined([
      ['System.UserData', element],
      ...data.map(([each, { read }]) => [each, read] as const),
      ...systemFields(head, false),
    ]),
  }));

/** Events without templates, of which everything is text. */
const writtenOut: fc.Arbitrary<KnownEvent> = fc
  .tuple(
    plainSystem,
    fc.array(fc.tuple(name, plain), { maxLength: 8 }),
    fc.constantFrom('elements' as const, 'bare' as const),
  )
  .map(([head, data, layout]) => ({
    event: { ...head, layout, data: data.map(([each, { datum }]) => [each, datum] as const) },
    fields: joined([
      ...data.map(([each, { read }]) => [fieldName(each), read] as const),
      ...systemFields(head, layout === 'bare'),
    ]),
  }));

export const anyEvent: fc.Arbitrary<KnownEvent> = fc.oneof(
  { weight: 6, arbitrary: templated },
  { weight: 2, arbitrary: userData },
  { weight: 2, arbitrary: writtenOut },
);
