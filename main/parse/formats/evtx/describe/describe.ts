import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { SYSTEM_PREFIX } from '../event-data.ts';
import { levelOf } from '../system-columns.ts';
import { controls } from '../values/text.ts';
import { ipAddress } from './address.ts';
import { asOneLine, joinLines, plainText } from './formats.ts';
import type { Reader, Values } from './place.ts';
import { BARE_VALUES, type Plan } from './plan.ts';

/** Fills the columns that follow from the fields, and the message. `keywords` and `userId` are `<System>`'s. */
export function describe(
  plan: Plan,
  keywords: string | undefined,
  userId: string | undefined,
  event: ParsedEvent,
): void {
  const { values } = event;
  event.category = plan.category;
  event.action = plan.action;
  event.outcome = plan.outcome ?? audited(keywords);
  event.code = plan.code;
  event.user = first(plan.users, values) ?? userId;
  event.sourceIp = firstAddress(plan.sourceIps, values);
  event.destinationIp = firstAddress(plan.destinationIps, values);
  event.process = first(plan.processes, values);
  const message = plan.message(values);
  event.message = controls.met ? asOneLine(message) : message;
}

/** The Security log's own verdict. */
function audited(keywords: string | undefined): 'success' | 'failure' | undefined {
  if (keywords === '0x8020000000000000') return 'success';
  return keywords === '0x8010000000000000' ? 'failure' : undefined;
}

function first(readers: readonly Reader[], values: Values): string | undefined {
  for (let i = 0; i < readers.length; i++) {
    const words = (readers[i] as Reader)(values);
    if (words !== undefined) return words;
  }
  return undefined;
}

function firstAddress(readers: readonly Reader[], values: Values): string | undefined {
  for (let i = 0; i < readers.length; i++) {
    const address = ipAddress((readers[i] as Reader)(values));
    if (address !== undefined) return address;
  }
  return undefined;
}

/** What `<System>` has columns for, and so is no field as well. */
const COLUMNS = new Set(['EventID', 'TimeCreated']);

/**
 * An event of which only the values are left: `system` under its names when it could be told apart, `values`
 * without any. Its time stays as it is.
 */
export function describeBare(
  system: ReadonlyMap<string, FieldValue>,
  values: readonly FieldValue[],
  event: ParsedEvent,
): void {
  const code = system.get('EventID');
  const level = system.get('Level');
  const user = system.get('UserID');
  event.category = 'other';
  event.action = undefined;
  event.outcome = undefined;
  event.level = typeof level === 'number' ? levelOf(level) : undefined;
  event.host = undefined;
  event.user = typeof user === 'string' ? user : undefined;
  event.sourceIp = undefined;
  event.destinationIp = undefined;
  event.process = undefined;
  event.code = code === undefined ? undefined : plainText(code);
  event.channel = undefined;
  event.provider = undefined;
  const fields = [...system].filter(([name]) => !COLUMNS.has(name));
  event.keys = [BARE_VALUES, ...fields.map(([name]) => SYSTEM_PREFIX + name)];
  event.values = [values, ...fields.map(([, value]) => value)];
  const words = joinLines(plainText(values));
  event.message =
    event.code === undefined
      ? `Values without names, the template is lost: ${words}`
      : `Event ${event.code} of an unknown provider, the template is lost${words === '' ? '' : `: ${words}`}`;
}
