import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from '../../../parser.ts';
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
  event.message = asOneLine(plan.message(values));
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

const BARE_KEYS: readonly string[] = [BARE_VALUES];

/** An event of which only the values are left. */
export function describeBare(values: readonly FieldValue[], event: ParsedEvent): void {
  event.timeMeaning = 'written';
  event.category = 'other';
  event.action = undefined;
  event.outcome = undefined;
  event.level = undefined;
  event.host = undefined;
  event.user = undefined;
  event.sourceIp = undefined;
  event.destinationIp = undefined;
  event.process = undefined;
  event.code = undefined;
  event.channel = undefined;
  event.provider = undefined;
  event.keys = BARE_KEYS;
  event.values = [values];
  event.message = `Values without names, the template is lost: ${joinLines(plainText(values))}`;
}
