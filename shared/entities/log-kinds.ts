import type { EntityKind } from '../records/kinds/entity.ts';
import { LOGONS, LOOKUPS, STARTS } from './relations.ts';

/** A kind of record that a log may hold, by what it lets one see. */
export interface LogKind {
  readonly id: string;
  /** Before “events”: `process-creation`. */
  readonly noun: string;
  readonly query: string;
  /** Of which entities one would expect to see it. */
  readonly of: readonly EntityKind[];
}

/** What a verdict of “cleared” rests on, and what is asked before something is switched off. */
export const LOG_KINDS: readonly LogKind[] = [
  { id: 'logons', noun: 'logon', query: LOGONS, of: ['host', 'account', 'ip'] },
  {
    id: 'failed-logons',
    noun: 'failed-logon',
    query: 'event.category:authentication event.outcome:failure',
    of: ['host', 'account', 'ip'],
  },
  { id: 'processes', noun: 'process-creation', query: STARTS, of: ['host', 'account'] },
  {
    id: 'connections',
    noun: 'network',
    query: 'event.category:network',
    of: ['host', 'account', 'ip', 'domain'],
  },
  { id: 'lookups', noun: 'DNS', query: LOOKUPS, of: ['host', 'ip', 'domain'] },
  { id: 'files', noun: 'file', query: 'event.category:file', of: ['host', 'account', 'file'] },
  { id: 'registry', noun: 'registry', query: 'event.category:registry', of: ['host', 'account'] },
  {
    id: 'services',
    noun: 'service-installation',
    query: 'event.action:(service-installed or driver-service-added)',
    of: ['host', 'service'],
  },
  {
    id: 'tasks',
    noun: 'scheduled-task',
    query:
      'winlog.channel:*TaskScheduler* or event.code:(4698 or 4699 or 4700 or 4701 or 4702) or process.name:(cron or crond)',
    of: ['host', 'account'],
  },
  {
    id: 'scripts',
    noun: 'PowerShell',
    query: 'winlog.channel:*PowerShell*',
    of: ['host', 'account'],
  },
  { id: 'malware', noun: 'antivirus', query: 'event.category:malware', of: ['host', 'file'] },
  { id: 'web', noun: 'web', query: 'event.category:web', of: ['host', 'ip', 'url'] },
  {
    id: 'mail',
    noun: 'mail',
    query: 'event.category:email or attachment:* or recipient:*',
    of: ['mailbox'],
  },
  {
    id: 'cloud',
    noun: 'cloud API',
    query: 'event.category:api',
    of: ['account', 'ip', 'cloud-resource'],
  },
  { id: 'any', noun: '', query: '', of: ['url', 'file', 'hash', 'service', 'cloud-resource'] },
];
