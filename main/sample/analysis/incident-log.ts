import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Communication } from '#shared/records/kinds/communication.ts';
import type { Decision } from '#shared/records/kinds/decision.ts';
import { at } from '../calendar.ts';
import { deadlineId, type DeadlineName } from './incident-deadlines.ts';
import { personId, type PersonName } from './incident-people.ts';

interface Decided {
  readonly at: string;
  readonly decided: string;
  readonly by: readonly PersonName[];
  readonly why: string;
  readonly alternatives?: string;
}

interface Said {
  readonly at: string;
  readonly title: string;
  readonly direction: Communication['direction'];
  readonly channel: Communication['channel'];
  readonly by?: PersonName;
  readonly people: readonly PersonName[];
  readonly others?: string;
  readonly text: string;
  readonly deadline?: DeadlineName;
}

/** What was decided, told and heard; all times UTC. */
const LOG: readonly (Decided | Said)[] = [
  {
    at: '2026-05-13T08:20:00',
    title: 'Anna Berg reports the warning',
    direction: 'received',
    channel: 'message',
    by: 'karin',
    people: ['anna'],
    text: 'Ticket INC-2207. Word stopped for a moment after an invoice on the day before; this morning Defender showed a warning.',
  },
  {
    at: '2026-05-13T08:38:00',
    decided: 'Disable helpdesk2, svc_backup and a.berg at once',
    by: ['karin'],
    why: 'helpdesk2 is a domain administrator that nobody made. A day without backup jobs costs less than waiting.',
    alternatives: 'Watching them to learn more: not while data may be leaving.',
  },
  {
    at: '2026-05-13T08:45:00',
    decided: 'Refuse 198.51.100.23 at the firewall',
    by: ['karin'],
    why: 'WS07 still calls it every ten minutes; the quarantine did not stop the program that runs.',
  },
  {
    at: '2026-05-13T08:49:00',
    decided: 'web1 stays up; lock sysupd, keep a copy of the web shell and remove it',
    by: ['karin', 'per'],
    why: 'The shop earns its living there, and nothing on web1 reaches the office network.',
    alternatives:
      'Taking web1 down: to be done if anything new is seen. It was installed anew later.',
  },
  {
    at: '2026-05-13T08:58:00',
    decided: 'Take WS07 off the network, but leave it on',
    by: ['karin'],
    why: 'What the program holds in memory may still be read.',
  },
  {
    at: '2026-05-13T09:25:00',
    decided: 'Disable the cloud key of web1-deploy',
    by: ['per'],
    why: 'It was read from a file on web1 and used from the address of the scan.',
  },
  {
    at: '2026-05-13T09:40:00',
    title: 'Management was told',
    direction: 'told',
    channel: 'phone',
    by: 'karin',
    people: ['sara'],
    text: 'An intruder had the domain. All known accounts are closed. What left is not known yet. Nobody speaks to the press.',
  },
  {
    at: '2026-05-13T10:15:00',
    title: 'Legal counsel was told',
    direction: 'told',
    channel: 'phone',
    by: 'sara',
    people: ['counsel', 'mira'],
    text: 'Counsel asks for the time of awareness in writing: 08:20 UTC, the ticket.',
  },
  {
    at: '2026-05-13T11:20:00',
    title: 'Uploads from FS01 found in the firewall’s log',
    direction: 'received',
    channel: 'message',
    by: 'karin',
    people: ['jonas'],
    text: 'Twelve times 200 MB to 198.51.100.23 between 02:19 and 03:08 UTC.',
  },
  {
    at: '2026-05-13T14:10:00',
    title: 'Counsel’s view of who must be told',
    direction: 'received',
    channel: 'e-mail',
    by: 'mira',
    people: ['counsel'],
    text: 'Contracts name people: notify the supervisory authority. NIS2 does not apply to Lindholm. Look into each contract for duties of its own.',
    deadline: 'nis2',
  },
  {
    at: '2026-05-14T06:30:00',
    decided: 'Close file services while FS01 is examined',
    by: ['sara'],
    why: 'A command shell as SYSTEM ran there. Better a day of standing still than a second loss.',
    alternatives: 'Reading from the backup of 10 May: too old for the offers of that week.',
  },
  {
    at: '2026-05-14T09:00:00',
    title: 'When WS07 was taken off the network',
    direction: 'received',
    channel: 'phone',
    people: ['karin'],
    text: '09:10 UTC on 13 May, by her wrist watch. She pulled the cable herself.',
  },
  {
    at: '2026-05-14T09:30:00',
    title: 'Notice of loss',
    direction: 'told',
    channel: 'e-mail',
    by: 'sara',
    people: ['insurer'],
    text: 'Claim LH-88213-1 is open. They ask for the report and the hours worked.',
    deadline: 'insurer',
  },
  {
    at: '2026-05-14T12:10:00',
    decided: 'Change the krbtgt password twice',
    by: ['karin'],
    why: 'Whether tickets were forged cannot be seen in the logs of DC1.',
  },
  {
    at: '2026-05-14T15:05:00',
    title: 'Havsvik Shipping was told that its contract left',
    direction: 'told',
    channel: 'phone',
    by: 'sara',
    people: [],
    others: 'Havsvik Shipping, duty manager',
    text: 'The contact in the contract had left the firm; found through the exchange.',
    deadline: 'customer',
  },
  {
    at: '2026-05-15T06:45:00',
    decided: 'Open file services again at 07:00 UTC',
    by: ['karin', 'sara'],
    why: 'FS01 is cleaned, its service accounts are new, and krbtgt was changed twice by 15:30 UTC on the day before.',
  },
  {
    at: '2026-05-15T12:40:00',
    title: 'Notification under GDPR Article 33',
    direction: 'told',
    channel: 'form',
    by: 'mira',
    people: ['authority'],
    text: 'File 2026-4471. What the database dumps hold is said to follow.',
    deadline: 'authority',
  },
];

export const sampleLog = (): readonly (Decision | Communication)[] =>
  LOG.map((entry, n) => {
    const id = `sample-log-${n + 1}` as RecordId;
    const time = instantFromMs(at(entry.at));
    if ('decided' in entry) {
      const { decided, by, why, alternatives } = entry;
      return {
        id,
        type: 'decision',
        title: decided,
        at: time,
        by: by.map(personId),
        why,
        ...(alternatives !== undefined && { alternatives }),
      };
    }
    const { by, people, deadline, at: _time, ...said } = entry;
    return {
      id,
      type: 'communication',
      ...said,
      at: time,
      people: people.map(personId),
      ...(by !== undefined && { by: personId(by) }),
      ...(deadline !== undefined && { deadline: deadlineId(deadline) }),
    };
  });
