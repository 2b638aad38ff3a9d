import type { Category, FieldValue } from '#shared/model/event.ts';
import { SYSTEM_PREFIX } from '../event-data.ts';
import { isAbsent } from './absent.ts';
import { accountReader } from './account.ts';
import { knownProvider } from './catalogue/index.ts';
import { asOneLine, plainText } from './formats.ts';
import { MessageTemplate } from './message-template.ts';
import { type Reader, readerOf, type Values } from './place.ts';

/** How the records of one shape, provider and event id become columns and a message. */
export interface Plan {
  readonly category: Category;
  readonly action: string | undefined;
  readonly outcome: 'success' | 'failure' | undefined;
  /** The event id as text. */
  readonly code: string | undefined;
  /** Where these may be, best first; words that are no address do not count as one. */
  readonly users: readonly Reader[];
  readonly sourceIps: readonly Reader[];
  readonly destinationIps: readonly Reader[];
  readonly processes: readonly Reader[];
  readonly message: (values: Values) => string;
}

/** The field that holds values whose names are lost with their template. */
export const BARE_VALUES = 'Values';

/** Usual names of what the columns hold, best first. */
const USERS = [
  'Subject',
  'Target',
  'User',
  'UserName',
  'AccountName',
  'SourceUser',
  'Detection User',
];
const SOURCE_IPS = [
  'IpAddress',
  'SourceAddress',
  'SourceIp',
  'ClientAddress',
  'ClientIP',
  'SourceIP',
];
const DESTINATION_IPS = ['DestAddress', 'DestinationIp', 'DestinationAddress', 'DestinationIP'];
const PROCESSES = [
  'NewProcessName',
  'Image',
  'SourceImage',
  'ProcessName',
  'Application',
  'Process Name',
  'CallerProcessName',
  'ModifyingApplication',
  'ProcessPath',
];

export function planFor(provider: string | undefined, code: number, keys: readonly string[]): Plan {
  const known = provider === undefined ? undefined : knownProvider(provider);
  const definition = known?.events.get(code);
  const readers = (places: readonly string[]): Reader[] =>
    places.map((place) => readerOf(place, keys)).filter((reader) => reader !== undefined);
  const preferred = (place: string | undefined): string[] => (place === undefined ? [] : [place]);
  const user = definition?.user;
  return {
    category: definition?.category ?? known?.category ?? 'other',
    action: definition?.action,
    outcome: definition?.outcome,
    code: code < 0 ? undefined : String(code),
    users: [...new Set([...preferred(user), ...USERS])]
      .map((source) =>
        source.startsWith('Data.') ? readerOf(source, keys) : accountReader(source, keys),
      )
      .filter((reader) => reader !== undefined),
    sourceIps: readers([...preferred(definition?.sourceIp), ...SOURCE_IPS]),
    destinationIps: readers([...preferred(definition?.destinationIp), ...DESTINATION_IPS]),
    processes: readers([...preferred(definition?.process), ...PROCESSES]),
    message:
      definition === undefined || areNameless(keys)
        ? firstValues(provider, code, keys)
        : rendered(definition.message, keys),
  };
}

/** Without names there is nothing a definition's message could be filled with. */
const areNameless = (keys: readonly string[]): boolean =>
  keys[0] === BARE_VALUES && (keys[1]?.startsWith(SYSTEM_PREFIX) ?? true);

function rendered(message: string, keys: readonly string[]): (values: Values) => string {
  const template = new MessageTemplate(message, keys);
  return (values) => template.render(values);
}

/** How many values stand for an event that nobody described. */
const SHOWN = 4;

/** Values that speak for themselves. */
const UNLABELLED: ReadonlySet<string> = new Set(['Data', 'EventData.Name', BARE_VALUES]);
const HIDDEN = [SYSTEM_PREFIX, 'RenderingInfo.', 'Binary'];

/** For those: the text its own provider rendered, where a forwarder sent it along, or else the first values. */
function firstValues(
  provider: string | undefined,
  code: number,
  keys: readonly string[],
): (values: Values) => string {
  const head = asOneLine(`${provider ?? 'Unknown provider'}${code < 0 ? '' : ` ${code}`}`);
  const text = readerOf('RenderingInfo.Message', keys);
  const shown = keys
    .map((key, column) => ({ label: UNLABELLED.has(key) ? '' : `${asOneLine(key)} `, key, column }))
    .filter(({ key }) => !HIDDEN.some((prefix) => key.startsWith(prefix)));
  return (values) => text?.(values) ?? head + list(shown, values);
}

function list(
  shown: readonly { readonly label: string; readonly column: number }[],
  values: Values,
): string {
  let text = '';
  let count = 0;
  for (let i = 0; i < shown.length && count < SHOWN; i++) {
    const { label, column } = shown[i] as { label: string; column: number };
    const value = values[column];
    if (isAbsent(value)) continue;
    text += `${count === 0 ? ': ' : ', '}${label}${plainText(value as FieldValue)}`;
    count++;
  }
  return text;
}
