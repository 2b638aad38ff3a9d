import { FIELD } from '../fields.ts';
import { readPam } from './pam.ts';
import type { ProgramReader } from './program.ts';

const PARTS: { readonly [key: string]: string } = {
  TTY: FIELD.tty,
  PWD: FIELD.workingDirectory,
  USER: FIELD.effectiveUser,
  GROUP: FIELD.group,
  TSID: FIELD.session,
};

/** `alice : TTY=pts/6 ; PWD=/home/alice ; USER=root ; COMMAND=/bin/cat /etc/shadow` (sudoers(5), "LOG FORMAT"). */
export const readSudo: ProgramReader = (message, event, fields) => {
  event.category = 'process';
  // The name is padded to eight characters.
  const text = message.trimStart();
  event.message = text;
  if (readPam(text, event, fields)) return;
  const colon = text.indexOf(' : ');
  if (colon < 0) return;
  event.user = text.substring(0, colon);
  event.action = 'sudo-command';
  event.outcome = 'success';
  let at = colon + 3;
  while (at < text.length) {
    // The command is last, and may itself hold the separator.
    const end = text.startsWith('COMMAND=', at) ? text.length : nextPart(text, at);
    const equals = text.indexOf('=', at);
    const key = equals > at && equals < end ? text.substring(at, equals) : '';
    if (key === 'COMMAND') fields.put(FIELD.commandLine, text.substring(equals + 1, end));
    else if (PARTS[key] !== undefined) fields.put(PARTS[key], text.substring(equals + 1, end));
    else if (key !== 'ENV') {
      fields.put(FIELD.reason, text.substring(at, end));
      event.outcome = 'failure';
    }
    at = end + 3;
  }
};

function nextPart(text: string, from: number): number {
  const at = text.indexOf(' ; ', from);
  return at < 0 ? text.length : at;
}
