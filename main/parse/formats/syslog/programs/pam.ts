import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { FIELD } from '../fields.ts';
import { setSource } from './program.ts';

const MODULE = /^\(?(pam_\w+)\)?(?:\(([^):]+)(?::(\w+))?\))?:? (.*)$/s;
const MORE = /^PAM (\d+) more authentication failures?; (.*)$/s;
const SESSION = /^session (opened|closed) for user (\S+?)(?:\(uid=(\d+)\))?(?: by (.*))?$/;
const CHANGED = /^password changed for (.*)$/;
const NOT_KNOWN = /^(?:check pass; user unknown|user \[?(.*?)\]? (?:not known|is unknown).*)$/;
const LOCKED = /^Consecutive login failures for user (\S+) account temporarily locked/;

/** Messages of PAM modules, which any program may log; false when it is none. */
export function readPam(text: string, event: ParsedEvent, fields: FieldList): boolean {
  const more = MORE.exec(text);
  if (more !== null) {
    failed(event, fields, more[2] ?? '');
    return true;
  }
  const found = MODULE.exec(text);
  if (found === null) return false;
  const [, , service, type, message = ''] = found;
  event.category = type === 'session' ? 'session' : 'authentication';
  if (service !== undefined) fields.put(FIELD.pamService, service);
  const session = SESSION.exec(message);
  if (session !== null) {
    const [, what, user, uid, by] = session;
    event.category = 'session';
    event.action = what === 'opened' ? 'session-start' : 'session-end';
    event.outcome = 'success';
    event.user = user;
    if (uid !== undefined) fields.put(FIELD.userId, uid);
    const opener = by === undefined ? undefined : /^([^\s(]+)/.exec(by)?.[1];
    if (opener !== undefined && opener !== user) {
      event.user = opener;
      fields.put(FIELD.effectiveUser, user);
    }
    return true;
  }
  const changed = CHANGED.exec(message);
  if (changed !== null) {
    event.category = 'iam';
    event.action = 'password-changed';
    event.outcome = 'success';
    event.user = changed[1];
    return true;
  }
  if (message.startsWith('authentication failure')) {
    failed(event, fields, message);
    return true;
  }
  const locked = LOCKED.exec(message);
  const unknown = NOT_KNOWN.exec(message);
  if (locked !== null || unknown !== null) {
    event.action = 'login';
    event.outcome = 'failure';
    event.user = locked?.[1] ?? unknown?.[1];
    fields.put(FIELD.reason, locked === null ? 'user unknown' : 'account locked');
  }
  return true;
}

const PAIR = /(\w+)=(.*?)(?=\s+\w+=|\s*$)/gs;

/** `authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1  user=root` */
function failed(event: ParsedEvent, fields: FieldList, message: string): void {
  event.category = 'authentication';
  event.action = 'login';
  event.outcome = 'failure';
  for (const [, key, value = ''] of message.matchAll(PAIR)) {
    if (value === '') continue;
    if (key === 'user') event.user = value;
    else if (key === 'rhost') setSource(event, fields, value);
    else if (key === 'tty') fields.put(FIELD.tty, value);
    else if (key === 'uid') fields.put(FIELD.userId, value);
    else if (key === 'logname' || key === 'ruser') event.user ??= value;
  }
}
