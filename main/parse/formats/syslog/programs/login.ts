import { FIELD } from '../fields.ts';
import { readPam } from './pam.ts';
import { type ProgramReader, setSource } from './program.ts';

const ROOT = /^(?:ROOT|DIALUP) LOGIN (?:ON|on) '?([^\s']+)'?(?: (?:FROM|from) '?(\S+?)'?)?$/;
const DONE = /^LOGIN ON (\S+) BY (\S+)(?: FROM (\S+))?$/;
const FAILED =
  /^FAILED LOGIN (?:SESSION )?(?:\(?\d+\)? )?(?:on '([^']*)' )?(?:FROM (\S+) )?(?:from '([^']*)' )?FOR '?([^',]*)'?,?\s*(.*)$/;

/** login(1) of util-linux and shadow-utils, on consoles and telnet. */
export const readLogin: ProgramReader = (message, event, fields) => {
  event.category = 'authentication';
  if (readPam(message, event, fields)) return;
  const failed = FAILED.exec(message);
  if (failed !== null) {
    const [, tty, place, host, user, reason] = failed;
    event.action = 'login';
    event.outcome = 'failure';
    event.user = user;
    fields.put(FIELD.reason, reason);
    fields.put(FIELD.tty, tty);
    const from = host ?? place;
    if (from !== undefined) {
      if (/^\/?(?:dev|tty|pts)/.test(from)) fields.put(FIELD.tty, from);
      else setSource(event, fields, from);
    }
    return;
  }
  const root = ROOT.exec(message);
  const done = root ?? DONE.exec(message);
  if (done === null) return;
  event.action = 'login';
  event.outcome = 'success';
  fields.put(FIELD.tty, done[1]);
  event.user = root === null ? done[2] : 'root';
  const from = root === null ? done[3] : done[2];
  if (from !== undefined) setSource(event, fields, from);
};
