import { z } from 'zod';

/** An event as `evtx_dump -o json` writes it. */
const Attributed = z.looseObject({ '#attributes': z.record(z.string(), z.unknown()).optional() });
const Decoded = z.object({
  Event: z.looseObject({
    System: z.record(z.string(), z.unknown()),
    EventData: z.record(z.string(), z.unknown()).nullish(),
    UserData: z.record(z.string(), Attributed).nullish(),
  }),
});
export type Decoded = z.infer<typeof Decoded>;

/** A file of one event, or of several one behind the other. */
export const readDecoded = (text: string): Decoded[] =>
  text
    .split(/^(?=\{)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => Decoded.parse(JSON.parse(part)));

/** Where Fireline has other names for the parts of `<System>`. */
const NAMES: { readonly [place: string]: string } = {
  'Provider.Name': 'Provider',
  'Provider.Guid': 'ProviderGuid',
  'TimeCreated.SystemTime': 'TimeCreated',
  'Correlation.ActivityID': 'ActivityID',
  'Execution.ProcessID': 'ProcessID',
  'Execution.ThreadID': 'ThreadID',
  'Security.UserID': 'UserID',
};

const GUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/**
 * A value as we have it. evtx_dump differs from Windows' own event XML in two things, in which we follow Windows:
 * it writes GUIDs in capitals without braces, and cuts times to microseconds.
 */
const value = (given: unknown): unknown =>
  typeof given === 'string' && GUID.test(given) ? `{${given.toLowerCase()}}` : given;

/** All fields of a decoded event under the names we give them. */
export function decodedFields({ Event }: Decoded): { readonly [name: string]: unknown } {
  const fields: { [name: string]: unknown } = {};
  for (const [name, data] of Object.entries(Event.EventData ?? {})) fields[name] = value(data);
  for (const [element, data] of Object.entries(Event.UserData ?? {})) {
    fields['System.UserData'] = element;
    for (const [name, inner] of Object.entries(data))
      if (name !== '#attributes') fields[name] = value(inner);
  }
  for (const [element, data] of Object.entries(Event.System)) {
    // An element without text or attributes says nothing, and is no field.
    if (data === null) continue;
    const { '#attributes': attributes } = Attributed.safeParse(data).data ?? {};
    if (attributes === undefined) fields[`System.${element}`] = value(data);
    for (const [name, inner] of Object.entries(attributes ?? {})) {
      const place = `${element}.${name}`;
      fields[`System.${NAMES[place] ?? place}`] = value(inner);
    }
  }
  return fields;
}
