import type { FieldValue } from '#shared/model/event.ts';
import type { FieldList } from '../../field-list.ts';
import { type JsonObject, isObject } from './parse-json.ts';

/** Fields of one record beyond this many, and nesting beyond this depth, stay as they are inside one field. */
const MAX_FIELDS = 2_000;
const MAX_DEPTH = 20;

/**
 * Where a Windows event carries its own data: those fields are known by their own names, in rules and to
 * analysts, and are given without what surrounds them.
 */
const OWN_NAMES = [
  'Event.EventData.',
  'Event.UserData.',
  'winlog.event_data.',
  'winlog.user_data.',
  'event_data.',
  'user_data.',
];

/** Puts an object's fields into the list: nested ones under names joined by dots, lists as they are. */
export function flatten(record: JsonObject, into: FieldList): void {
  let left = MAX_FIELDS;
  const walk = (object: JsonObject, prefix: string, depth: number): void => {
    for (const [key, value] of Object.entries(object)) {
      const name = prefix + key;
      if (isObject(value) && depth < MAX_DEPTH && left > 0) {
        walk(value, `${name}.`, depth + 1);
        continue;
      }
      if (left-- <= 0) {
        into.put('more', object);
        return;
      }
      if (name === 'Event.EventData.Data' && putData(value, into)) continue;
      into.put(ownName(name), value);
    }
  };
  walk(record, '', 0);
}

function ownName(name: string): string {
  for (const prefix of OWN_NAMES) {
    if (!name.startsWith(prefix)) continue;
    const own = name.substring(prefix.length);
    // User data has one more element around it, whose name says nothing.
    return prefix === 'Event.UserData.' ? own.substring(own.indexOf('.') + 1) : own;
  }
  return name;
}

/** `[{"#attributes":{"Name":"x"},"#text":"y"}, …]`, as converters of XML write event data; false if it is not. */
function putData(value: FieldValue, into: FieldList): boolean {
  if (!Array.isArray(value)) return false;
  const pairs = (value as readonly FieldValue[]).map((item) => {
    if (!isObject(item)) return undefined;
    const attributes = item['#attributes'];
    const name =
      (isObject(attributes) ? attributes['Name'] : undefined) ?? item['@Name'] ?? item['Name'];
    const text = item['#text'] ?? item['Value'];
    return typeof name === 'string' ? { name, text: text ?? '' } : undefined;
  });
  if (pairs.length === 0 || pairs.includes(undefined)) return false;
  for (const pair of pairs) if (pair !== undefined) into.put(pair.name, pair.text);
  return true;
}
