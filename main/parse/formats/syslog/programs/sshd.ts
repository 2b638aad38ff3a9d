import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { FIELD } from '../fields.ts';
import { readPam } from './pam.ts';
import { type ProgramReader, setSource } from './program.ts';

/*
 * A user name in these messages is whatever a stranger typed, spaces and the word "from" included. Patterns are
 * anchored at the end and take the name greedily, so that the address is always the last one: sshd's own.
 */
const PREAUTH = '(?: \\[preauth\\])?\\s*$';
const pattern = (source: string): RegExp => new RegExp(`^${source}${PREAUTH}`, 's');

const AUTHENTICATION = pattern(
  '(Accepted|Failed|Postponed|Partial) (\\S+) for (invalid user |illegal user )?(.*) from (\\S+)(?: port (\\d+))?\\s*(?:ssh\\d?)?(?:: (.*))?',
);
const INVALID = pattern('(?:Invalid|Illegal) user (.*) from (\\S+)(?: port (\\d+))?');
const CLOSED = pattern(
  '(Connection closed|Connection reset|Disconnected|Disconnecting)(?: by| from|:)? (?:(authenticating|invalid|\\S+) user (.*) )?(\\S+) port (\\d+)(?:: (.*))?',
);
const RECEIVED = pattern('Received disconnect from (\\S+?)(?: port (\\d+))?: ?(.*)');
const CONNECTION = pattern(
  'Connection (?:from|closed by|reset by) (\\S+)(?: port (\\d+))?(?: on (\\S+) port (\\d+))?.*',
);
const REFUSED_USER = pattern('User (.*) from (\\S+) not allowed because (.*)');
const PAM_ERROR = pattern(
  'PAM: (.*?) for (?:(?:invalid|illegal) user )?(.*) from (\\S+)(?: via \\S+)?',
);
const TOO_MANY = pattern(
  'maximum authentication attempts exceeded for (invalid user )?(.*) from (\\S+) port (\\d+)(?: ssh2)?',
);
const REFUSED_CONNECT = pattern('refused connect from (\\S+) \\(([^)]*)\\)');
const SESSION = pattern(
  '(Starting session|Close session): (.*?)(?: for| user) (\\S+) from (\\S+) port (\\d+).*',
);
const SESSION_OF = pattern('Close session: user (\\S+) from (\\S+) port (\\d+).*');
/** Scans, wrong protocols, failed negotiations: a peer and what went wrong. */
const PROBE = pattern(
  '(.*?)(?: from| with| for|by) \\[?([0-9a-fA-F:.]{3,45})\\]?(?: port (\\d+))?(?:[:,]? (.*))?',
);

export const readSshd: ProgramReader = (message, event, fields) => {
  event.category = 'authentication';
  const text = withoutSeverity(message.trimStart());
  switch (text.charCodeAt(0)) {
    case 0x41: // Accepted
    case 0x46: // Failed
    case 0x50: // Postponed, PAM
      if (readAuthentication(text, event, fields)) return;
      break;
    case 0x49: // Invalid, Illegal
      if (readInvalid(text, event, fields)) return;
      break;
    case 0x43: // Connection, Close
    case 0x44: // Disconnected
      if (readClosed(text, event, fields)) return;
      break;
    case 0x70: // pam_unix
      if (readPam(text, event, fields)) return;
      break;
    default:
  }
  readRest(text, event, fields);
};

const SEVERITY = /^(?:error|fatal|warning|debug\d?|info): /;
const withoutSeverity = (text: string): string => text.replace(SEVERITY, '');

function readAuthentication(text: string, event: ParsedEvent, fields: FieldList): boolean {
  const found = AUTHENTICATION.exec(text);
  if (found === null) return readPamError(text, event, fields) || readPam(text, event, fields);
  const [, verb, method, invalid, user, host = '', port, detail] = found;
  event.action = 'ssh-login';
  if (verb === 'Accepted') event.outcome = 'success';
  else if (verb === 'Failed') event.outcome = 'failure';
  event.user = user;
  fields.put(FIELD.sshMethod, method);
  if (invalid !== undefined) fields.put(FIELD.reason, 'invalid user');
  if (detail !== undefined && detail !== '') fields.put(FIELD.sshSignature, detail);
  setSource(event, fields, host, port);
  return true;
}

function readPamError(text: string, event: ParsedEvent, fields: FieldList): boolean {
  const found = PAM_ERROR.exec(text);
  if (found === null) return false;
  const [, reason, user, host = ''] = found;
  event.action = 'ssh-login';
  event.outcome = 'failure';
  event.user = user;
  fields.put(FIELD.reason, reason);
  setSource(event, fields, host);
  return true;
}

function readInvalid(text: string, event: ParsedEvent, fields: FieldList): boolean {
  const found = INVALID.exec(text);
  if (found === null) return false;
  const [, user, host = '', port] = found;
  event.action = 'ssh-login';
  event.outcome = 'failure';
  event.user = user;
  fields.put(FIELD.reason, 'invalid user');
  setSource(event, fields, host, port);
  return true;
}

function readClosed(text: string, event: ParsedEvent, fields: FieldList): boolean {
  const closed = CLOSED.exec(text);
  if (closed !== null) {
    const [, what, kind, user, host = '', port, detail] = closed;
    event.category = 'network';
    event.action = what === 'Connection reset' ? 'ssh-reset' : 'ssh-disconnect';
    if (user !== undefined) event.user = user;
    if (kind === 'invalid') fields.put(FIELD.reason, 'invalid user');
    else if (detail !== undefined && detail !== '') fields.put(FIELD.reason, detail);
    setSource(event, fields, host, port);
    return true;
  }
  const session = SESSION_OF.exec(text);
  if (session !== null) {
    const [, user, host = '', port] = session;
    event.category = 'session';
    event.action = 'ssh-session-end';
    event.user = user;
    setSource(event, fields, host, port);
    return true;
  }
  const opened = CONNECTION.exec(text);
  if (opened === null) return false;
  const [, host = '', port, local, localPort] = opened;
  event.category = 'network';
  event.action = text.startsWith('Connection from') ? 'ssh-connection' : 'ssh-disconnect';
  setSource(event, fields, host, port);
  if (local !== undefined) event.destinationIp = local;
  if (localPort !== undefined) fields.put(FIELD.destinationPort, Number(localPort));
  return true;
}

function readRest(text: string, event: ParsedEvent, fields: FieldList): void {
  if (readPam(text, event, fields) || readPamError(text, event, fields)) return;
  const refused = REFUSED_USER.exec(text) ?? undefined;
  if (refused !== undefined) {
    const [, user, host = '', reason] = refused;
    event.action = 'ssh-login';
    event.outcome = 'failure';
    event.user = user;
    fields.put(FIELD.reason, reason);
    setSource(event, fields, host);
    return;
  }
  const many = TOO_MANY.exec(text);
  if (many !== null) {
    const [, , user, host = '', port] = many;
    event.action = 'ssh-login';
    event.outcome = 'failure';
    event.user = user;
    fields.put(FIELD.reason, 'maximum authentication attempts exceeded');
    setSource(event, fields, host, port);
    return;
  }
  readConnection(text, event, fields);
}

function readConnection(text: string, event: ParsedEvent, fields: FieldList): void {
  const received = RECEIVED.exec(text);
  if (received !== null) {
    const [, host = '', port, reason] = received;
    event.category = 'network';
    event.action = 'ssh-disconnect';
    fields.put(FIELD.reason, reason);
    setSource(event, fields, host, port);
    return;
  }
  const tcp = REFUSED_CONNECT.exec(text);
  if (tcp !== null) {
    const [, name = '', address = ''] = tcp;
    event.category = 'network';
    event.action = 'ssh-connection';
    event.outcome = 'failure';
    fields.put(FIELD.reason, 'refused by access control');
    setSource(event, fields, name);
    setSource(event, fields, address);
    return;
  }
  const session = SESSION.exec(text);
  if (session !== null) {
    const [, , what, user, host = '', port] = session;
    event.category = 'session';
    event.action = 'ssh-session-start';
    event.user = user;
    fields.put(FIELD.commandLine, what);
    setSource(event, fields, host, port);
    return;
  }
  const probe = PROBE.exec(text);
  if (probe !== null) {
    const [, what, host = '', port, detail] = probe;
    event.category = 'network';
    event.action = 'ssh-negotiation';
    event.outcome = 'failure';
    fields.put(FIELD.reason, detail === undefined || detail === '' ? what : `${what}: ${detail}`);
    setSource(event, fields, host, port);
  }
}
