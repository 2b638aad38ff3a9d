import type { FieldValue, Level } from '#shared/model/event.ts';
import { slotAt, slotSize, slotType } from './binary-xml/slots.ts';
import { TYPE } from './binary-xml/tokens.ts';
import { textOf } from './event-data.ts';
import { Program } from './program.ts';
import { HOT, type Hot, type SystemParts } from './system-fields.ts';
import { filetimeNs, systemtimeNs } from './values/filetime.ts';
import { hex64 } from './values/number.ts';
import { sid } from './values/sid.ts';
import { utf16Trimmed } from './values/text.ts';
import { bytes, u16 } from './window.ts';

const LEVELS: readonly (Level | undefined)[] = [
  'info',
  'critical',
  'error',
  'warning',
  'info',
  'debug',
];

/** Windows' levels; 0 ("log always") and what a provider defines itself count as information. */
export const levelOf = (number: number): Level => LEVELS[number] ?? 'info';

/** Reads the columns that a template's `<System>` has. Values of the usual type are read without any detour. */
export class SystemColumns {
  /** The remaining fields of `<System>`. */
  readonly fields: Program;
  readonly #columns: Program;
  /** Slot of each column, or -1 where it is not simply a slot. */
  readonly #slots: { readonly [name in Hot]: number };
  readonly #constantProvider: string | undefined;

  constructor(parts: SystemParts) {
    this.fields = new Program(parts.fields, 'absent');
    this.#columns = new Program(
      HOT.flatMap((key) => {
        const content = parts.hot[key];
        return content === undefined ? [] : [{ key, content }];
      }),
      'absent',
    );
    this.#slots = Object.fromEntries(HOT.map((key) => [key, this.#columns.slotOf(key)])) as {
      readonly [name in Hot]: number;
    };
    const provider = parts.hot.provider;
    this.#constantProvider =
      provider !== undefined && provider.every((node) => node.kind === 'text')
        ? provider.map((node) => (node.kind === 'text' ? node.text : '')).join('')
        : undefined;
  }

  /** The name under which the provider registered, or its classic source name where it gives none. */
  provider(base: number): string | undefined {
    return (
      this.#constantProvider ??
      this.#text('provider', this.#slots.provider, base) ??
      this.#text('eventSource', this.#slots.eventSource, base)
    );
  }

  channel(base: number): string | undefined {
    return this.#text('channel', this.#slots.channel, base);
  }

  host(base: number): string | undefined {
    return this.#text('host', this.#slots.host, base);
  }

  /** The event id, or -1 when there is none. */
  code(base: number): number {
    const slot = base + this.#slots.code;
    if (this.#slots.code >= 0 && slotType[slot] === TYPE.uint16 && slotSize[slot] === 2)
      return u16(slotAt[slot] as number);
    return integer(this.#columns.valueOf('code', base));
  }

  level(base: number): Level | undefined {
    const slot = base + this.#slots.level;
    const number =
      this.#slots.level >= 0 && slotType[slot] === TYPE.uint8 && slotSize[slot] === 1
        ? (bytes[slotAt[slot] as number] as number)
        : integer(this.#columns.valueOf('level', base));
    return number < 0 ? undefined : levelOf(number);
  }

  /** TimeCreated in nanoseconds since 1970, or undefined when there is none that a clock could have shown. */
  time(base: number): bigint | undefined {
    if (this.#slots.time < 0) return parsedTime(this.#columns.valueOf('time', base));
    const slot = base + this.#slots.time;
    const at = slotAt[slot] as number;
    if (slotType[slot] === TYPE.filetime && slotSize[slot] === 8) return filetimeNs(at);
    if (slotType[slot] === TYPE.systemtime && slotSize[slot] === 16) return systemtimeNs(at);
    return parsedTime(this.#columns.valueOf('time', base));
  }

  /** The account that logged the event, as a SID. */
  userId(base: number): string | undefined {
    if (this.#slots.userId >= 0) {
      const slot = base + this.#slots.userId;
      const type = slotType[slot];
      if (type === TYPE.null) return undefined;
      if (type === TYPE.sid) return sid(slotAt[slot] as number, slotSize[slot] as number);
    }
    return present(this.#columns.valueOf('userId', base));
  }

  keywords(base: number): string | undefined {
    if (this.#slots.keywords >= 0) {
      const slot = base + this.#slots.keywords;
      if (slotType[slot] === TYPE.hexInt64 && slotSize[slot] === 8)
        return hex64(slotAt[slot] as number);
    }
    return present(this.#columns.valueOf('keywords', base));
  }

  #text(key: Hot, slotInTemplate: number, base: number): string | undefined {
    if (slotInTemplate >= 0) {
      const slot = base + slotInTemplate;
      const type = slotType[slot];
      if (type === TYPE.null) return undefined;
      if (type === TYPE.string) {
        const text = utf16Trimmed(slotAt[slot] as number, slotSize[slot] as number);
        return text === '' ? undefined : text;
      }
    }
    return present(this.#columns.valueOf(key, base));
  }
}

function present(value: FieldValue | undefined): string | undefined {
  const text = textOf(value);
  return text === '' ? undefined : text;
}

function integer(value: FieldValue | undefined): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : -1;
}

/** A time written as text, with up to nine digits of fraction. */
function parsedTime(value: FieldValue | undefined): bigint | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\d*Z?$/.exec(textOf(value));
  if (match === null) return undefined;
  const ms = Date.parse(`${match[1]}Z`);
  if (Number.isNaN(ms)) return undefined;
  const ns = BigInt(ms) * 1_000_000n + BigInt((match[2] ?? '').padEnd(9, '0'));
  return BigInt.asIntN(64, ns) === ns ? ns : undefined;
}
