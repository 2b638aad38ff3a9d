import type { Value, XmlElement } from './value.ts';

/** An event as a provider would log it. */
export interface LogEvent {
  readonly provider: string;
  readonly providerGuid?: string;
  /** For classic providers: the source name that goes with the provider's. */
  readonly eventSource?: string;
  readonly channel: string;
  readonly computer: string;
  readonly eventId: number;
  readonly qualifiers?: number;
  readonly version?: number;
  /** 1 critical, 2 error, 3 warning, 4 information (the default), 5 verbose, 0 always. */
  readonly level?: number;
  readonly task?: number;
  readonly opcode?: number;
  readonly keywords?: bigint;
  /** Nanoseconds since 1970 UTC; kept to 100 ns. */
  readonly time: bigint;
  /** EventRecordID where it differs from the number in the record header, as after an export. */
  readonly eventRecordId?: bigint;
  readonly activityId?: string;
  readonly relatedActivityId?: string;
  readonly processId?: number;
  readonly threadId?: number;
  readonly userSid?: string;
  /** Event data in order; without a name for providers that have none. */
  readonly data: readonly (readonly [name: string | undefined, value: Datum])[];
  /** `<Binary>` at the end of the event data, as classic providers add. */
  readonly binary?: Uint8Array;
  /** Puts the data under `<UserData><element>` as elements of their names. */
  readonly userData?: { readonly element: string; readonly namespace?: string };
  /**
   * How it is laid out. nested (the default): one template for the event, one for its data inside it ·
   * single: one template for both · elements: data written out inside the event's template · bare: no template.
   */
  readonly layout?: 'nested' | 'single' | 'elements' | 'bare';
  /** Replaces the event data altogether, for what the properties above cannot express. */
  readonly content?: XmlElement;
}

export type Datum = Value | string | number | bigint | boolean | null;
