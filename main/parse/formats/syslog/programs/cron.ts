import { FIELD } from '../fields.ts';
import { readPam } from './pam.ts';
import type { ProgramReader } from './program.ts';

const ENTRY = /^\(([^)]*)\) ([A-Z][A-Z _]*?)(?: \((.*)\))?\s*$/s;

const ACTIONS: { readonly [word: string]: string } = {
  CMD: 'cron-command',
  CMDEND: 'cron-command-end',
  CMDOUT: 'cron-command-output',
  'BEGIN EDIT': 'crontab-edit-start',
  'END EDIT': 'crontab-edit-end',
  REPLACE: 'crontab-replaced',
  DELETE: 'crontab-deleted',
  LIST: 'crontab-listed',
  RELOAD: 'crontab-reloaded',
  AUTH: 'crontab-denied',
  MAIL: 'cron-mail',
};

/** `(root) CMD (command)`, of Vixie cron and its descendants, and crontab(1). */
export const readCron: ProgramReader = (message, event, fields) => {
  event.category = 'process';
  if (readPam(message, event, fields)) return;
  const found = ENTRY.exec(message);
  if (found === null) return;
  const [, user, word = '', detail] = found;
  const action = ACTIONS[word];
  if (action === undefined) return;
  event.action = action;
  if (user !== 'CRON' && user !== '*system*') event.user = user;
  if (action === 'cron-command') fields.put(FIELD.commandLine, detail);
  else {
    if (action.startsWith('crontab')) event.category = 'configuration';
    if (word === 'AUTH') event.outcome = 'failure';
    fields.put(FIELD.reason, detail);
  }
};

const JOB = /^Job `([^']*)' (started|terminated)/;

export const readAnacron: ProgramReader = (message, event, fields) => {
  event.category = 'process';
  const found = JOB.exec(message);
  if (found === null) return;
  event.action = found[2] === 'started' ? 'cron-command' : 'cron-command-end';
  fields.put(FIELD.commandLine, found[1]);
};
