import type { ParsedEvent } from '../../../parser.ts';
import { type Get, type JsonLayout, textOf } from '../layout.ts';

const MAX_MESSAGE = 1_000;

/** The account, the address and the program an event is about, under the names of Windows and Sysmon. */
const EVENT_DATA = {
  user: ['TargetUserName', 'User', 'SubjectUserName', 'AccountName'],
  sourceIp: ['IpAddress', 'SourceIp', 'SourceAddress', 'ClientAddress'],
  destinationIp: ['DestinationIp', 'DestAddress'],
  process: ['Image', 'NewProcessName', 'ProcessName', 'Application'],
} as const;

/** The text of the message in one line; without one, what the event is. */
function fillMessage(event: ParsedEvent, get: Get): void {
  const text = textOf(get('Message')) ?? textOf(get('message')) ?? textOf(get('winlog.message'));
  event.message =
    text === undefined
      ? `${event.provider ?? 'Windows event'} ${event.code ?? ''}`.trim()
      : text.replace(/\s+/g, ' ').substring(0, MAX_MESSAGE).trim();
}

export const windowsLayouts: readonly JsonLayout[] = [
  {
    title: 'Windows event (Winlogbeat)',
    when: ['winlog.channel'],
    time: ['@timestamp'],
    category: 'other',
    roles: {
      ...EVENT_DATA,
      host: ['winlog.computer_name', 'host.name', 'host.hostname'],
      code: ['winlog.event_id', 'event.code'],
      channel: ['winlog.channel'],
      provider: ['winlog.provider_name', 'event.provider'],
      record: ['winlog.record_id'],
      level: ['log.level', 'winlog.level'],
    },
    fill: fillMessage,
  },
  {
    title: 'Windows event (Winlogbeat 6)',
    when: ['log_name', 'event_id'],
    time: ['@timestamp'],
    category: 'other',
    roles: {
      ...EVENT_DATA,
      host: ['computer_name'],
      code: ['event_id'],
      channel: ['log_name'],
      provider: ['source_name'],
      record: ['record_number'],
      level: ['level'],
    },
    fill: fillMessage,
  },
  {
    title: 'Windows event (XML as JSON)',
    when: ['Event.System.Channel'],
    time: [
      'Event.System.TimeCreated.#attributes.SystemTime',
      'Event.System.TimeCreated.@SystemTime',
      'Event.System.TimeCreated.SystemTime',
      'Event.System.TimeCreated_attributes.SystemTime',
    ],
    utc: true,
    category: 'other',
    roles: {
      ...EVENT_DATA,
      host: ['Event.System.Computer'],
      code: ['Event.System.EventID', 'Event.System.EventID.#text', 'Event.System.EventID.Value'],
      channel: ['Event.System.Channel'],
      provider: [
        'Event.System.Provider.#attributes.Name',
        'Event.System.Provider.@Name',
        'Event.System.Provider.Name',
        'Event.System.Provider_attributes.Name',
      ],
      record: ['Event.System.EventRecordID'],
    },
    fill: fillMessage,
  },
  {
    title: 'Windows event (NXLog and the like)',
    when: ['EventID', 'Channel'],
    time: ['@timestamp', 'TimeCreated', 'TimeGenerated', 'EventTime', 'UtcTime'],
    category: 'other',
    roles: {
      ...EVENT_DATA,
      host: ['Hostname', 'Computer', 'ComputerName', 'host'],
      code: ['EventID'],
      channel: ['Channel'],
      provider: ['SourceName', 'ProviderName', 'Provider', 'Provider_Name', 'EventSourceName'],
      record: ['RecordNumber', 'EventRecordID', 'RecordID'],
      level: ['Severity'],
    },
    fill: fillMessage,
  },
  {
    title: 'Windows event (Get-WinEvent)',
    when: ['Id', 'LogName', 'ProviderName'],
    time: ['TimeCreated', 'TimeCreated.value', 'TimeCreated.DateTime'],
    category: 'other',
    roles: {
      ...EVENT_DATA,
      host: ['MachineName'],
      code: ['Id'],
      channel: ['LogName'],
      provider: ['ProviderName'],
      record: ['RecordId'],
      level: ['LevelDisplayName'],
    },
    fill: fillMessage,
  },
];
