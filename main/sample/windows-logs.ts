import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import type { Datum, LogEvent } from '#main/parse/evtx-writer/log-event.ts';
import { guid, hex32, hex64, sid } from '#main/parse/evtx-writer/value.ts';
import { CLEARED } from './calendar.ts';
import { HOSTS } from './company.ts';
import { SOURCES, fqdn, type SampleWindowsEvent, type Source } from './windows-event.ts';

/** An event log of one host. */
export interface WindowsLog {
  readonly host: string;
  readonly channel: string;
  readonly bytes: Buffer;
}

const AUDIT_SUCCESS = 0x8020_0000_0000_0000n;
const AUDIT_FAILURE = 0x8010_0000_0000_0000n;
const CLASSIC = 0x8080_0000_0000_0000n;
const ANALYTIC = 0x8000_0000_0000_0000n;
const CLEARED_NAMESPACE = 'http://manifests.microsoft.com/win/2004/08/windows/eventlog';

/** Every log of every host, each in the order of time. */
export function windowsLogs(events: readonly SampleWindowsEvent[]): WindowsLog[] {
  const logs = new Map<string, SampleWindowsEvent[]>();
  for (const event of events) {
    if (!survives(event)) continue;
    const key = `${event.host}\0${SOURCES[event.source].channel}`;
    const log = logs.get(key);
    if (log === undefined) logs.set(key, [event]);
    else log.push(event);
  }
  return [...logs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, log], n) => {
      const [host = '', channel = ''] = key.split('\0');
      log.sort((a, b) => a.at - b.at);
      const first = BigInt(20_000 + n * 31_337);
      return {
        host,
        channel,
        bytes: writeLog(log.map(logEvent), { firstRecord: first }),
      };
    });
}

/** What the intruder cleared is not in the log any more. */
const survives = ({ host, source, at }: SampleWindowsEvent): boolean =>
  host !== HOSTS.victim.name || source !== 'security' || at >= CLEARED;

function logEvent(event: SampleWindowsEvent, n: number): LogEvent {
  const source: Source = SOURCES[event.source];
  const security = event.source === 'security';
  return {
    provider: source.provider,
    providerGuid: source.guid,
    channel: source.channel,
    computer: fqdn(event.host),
    eventId: event.eventId,
    version: event.version ?? 0,
    level: event.level ?? (security ? 0 : 4),
    task: event.task ?? 0,
    keywords: keywordsOf(event),
    // Windows counts in 100 ns; the story does not, so the rest is made up, differently for each event.
    time: BigInt(event.at) * 1_000_000n + BigInt(((n * 7_919) % 10_000) * 100),
    processId: security ? 724 : 2_316,
    threadId: 3_000 + ((n * 37) % 900),
    ...(event.source === 'security' || event.source === 'eventlog' ? {} : { userSid: 'S-1-5-18' }),
    data: event.data.map(([name, value]) => [name, datum(name, value)] as const),
    ...(event.userData === undefined
      ? {}
      : { userData: { element: event.userData, namespace: CLEARED_NAMESPACE } }),
  };
}

function keywordsOf({ source, failure }: SampleWindowsEvent): bigint {
  if (source === 'security') return failure === true ? AUDIT_FAILURE : AUDIT_SUCCESS;
  if (source === 'eventlog') return 0x4020_0000_0000_0000n;
  return source === 'services' ? CLASSIC : ANALYTIC;
}

const WIDE = /LogonId$|^(?:New)?ProcessId$/;

/** A value in the binary type that the provider uses for it. */
function datum(name: string, value: string | number): Datum {
  if (typeof value === 'number') return value;
  if (/^S-1-\d+(?:-\d+)+$/.test(value)) return sid(value);
  if (/^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/.test(value)) return guid(value);
  if (/^0x[0-9a-f]{1,8}$/.test(value))
    return WIDE.test(name) ? hex64(BigInt(value)) : hex32(Number(value));
  return value;
}
