import { readerOf } from '../../syslog/programs/index.ts';
import { levelOf } from '../../syslog/priority.ts';
import { FieldList } from '../../../field-list.ts';
import { type JsonLayout, textOf } from '../layout.ts';

/** A scratch list: what program readers find in a journal record is kept in the event's columns alone. */
const scratch = new FieldList();

export const timelineLayouts: readonly JsonLayout[] = [
  {
    title: 'Timesketch or Plaso',
    when: ['timestamp_desc', 'message'],
    time: ['datetime', 'timestamp'],
    utc: true,
    category: 'other',
    roles: {
      meaning: ['timestamp_desc'],
      message: ['message'],
      host: ['hostname', 'computer_name', 'host'],
      user: ['username', 'user'],
      code: ['event_identifier'],
      provider: ['source_long', 'data_type', 'parser'],
    },
  },
  {
    title: 'Plaso json_line',
    when: ['__container_type__', 'timestamp', 'data_type'],
    time: ['timestamp'],
    utc: true,
    category: 'other',
    roles: {
      meaning: ['timestamp_desc'],
      message: ['message', 'body'],
      host: ['hostname', 'computer_name'],
      user: ['username'],
      code: ['event_identifier'],
      provider: ['data_type'],
    },
  },
  {
    title: 'systemd journal (journalctl -o json)',
    when: ['__REALTIME_TIMESTAMP', 'MESSAGE'],
    time: ['_SOURCE_REALTIME_TIMESTAMP', '__REALTIME_TIMESTAMP'],
    utc: true,
    category: 'other',
    roles: {
      host: ['_HOSTNAME'],
      process: ['SYSLOG_IDENTIFIER', '_COMM'],
      message: ['MESSAGE'],
    },
    fill(event, get) {
      const priority = Number(get('PRIORITY') ?? Number.NaN);
      event.level = levelOf(priority);
      const message = get('MESSAGE');
      // journalctl writes a message that is not UTF-8 as a list of bytes.
      if (Array.isArray(message))
        event.message = Buffer.from(message.map(Number)).toString('latin1');
      if (event.process === undefined) return;
      scratch.clear();
      readerOf(event.process)(event.message, event, scratch);
      event.user ??= textOf(get('_UID')) === '0' ? 'root' : undefined;
    },
  },
];
