import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { FIELD } from '../fields.ts';
import { readPam } from './pam.ts';
import type { ProgramReader } from './program.ts';

type Reading = (found: RegExpExecArray, event: ParsedEvent, fields: FieldList) => void;

const ofUser =
  (action: string, group = 0): Reading =>
  (found, event, fields) => {
    event.action = action;
    event.user = found[1];
    if (group > 0) fields.put(FIELD.group, found[group]);
  };

const ofGroup =
  (action: string): Reading =>
  (found, event, fields) => {
    event.action = action;
    fields.put(FIELD.group, found[1]);
  };

const created: Reading = (found, event, fields) => {
  const [, what, name, rest = ''] = found;
  if (what === 'user') {
    event.action = 'user-added';
    event.user = name;
    fields.put(FIELD.userId, /\bUID=(\d+)/.exec(rest)?.[1]);
  } else {
    event.action = 'group-added';
    fields.put(FIELD.group, name);
  }
  fields.put(FIELD.groupId, /\bGID=(\d+)/.exec(rest)?.[1]);
  const from = /\bfrom=([^,\s]+)/.exec(rest)?.[1];
  if (from !== undefined && from !== 'none') fields.put(FIELD.tty, from);
};

const changed: Reading = (found, event, fields) => {
  const [, user, what = '', to] = found;
  event.action = what === 'password' ? 'password-changed' : 'user-changed';
  event.user = user;
  fields.put(FIELD.reason, to === undefined ? what : `${what} to ${to}`);
};

const renamed: Reading = (found, event, fields) => {
  event.action = 'user-changed';
  event.user = found[1];
  fields.put(FIELD.changedName, found[2]);
};

const byAdministrator =
  (action: string): Reading =>
  (found, event, fields) => {
    event.action = action;
    event.user = found[2];
    fields.put(FIELD.effectiveUser, found[1]);
    fields.put(FIELD.group, found[3]);
  };

/** Messages of shadow-utils, in the words of its sources. */
const FORMS: readonly (readonly [RegExp, Reading])[] = [
  [/^new (user|group): name=([^,]+),? ?(.*)$/, created],
  [/^group added to \S+: name=([^,]+)/, ofGroup('group-added')],
  [/^add '([^']*)' to (?:shadow )?group '([^']*)'/, ofUser('group-member-added', 2)],
  [/^delete '([^']*)' from (?:shadow )?group '([^']*)'/, ofUser('group-member-removed', 2)],
  [/^delete user '([^']*)'/, ofUser('user-deleted')],
  [/^removed (?:shadow )?group '([^']*)'/, ofGroup('group-deleted')],
  [/^group '([^']*)' removed/, ofGroup('group-deleted')],
  [/^lock user '([^']*)' password/, ofUser('user-locked')],
  [/^unlock user '([^']*)' password/, ofUser('user-unlocked')],
  [/^changed? user name '([^']*)' to '([^']*)'/, renamed],
  [/^changed? user '([^']*)' (\S+)(?: from '[^']*')?(?: to '([^']*)')?/, changed],
  [/^password for '([^']*)' changed by '[^']*'/, ofUser('password-changed')],
  [/^changed password expiry for (\S+)/, ofUser('password-expiry-changed')],
  [/^user (\S+) added by (\S+) to group (\S+)/, byAdministrator('group-member-added')],
  [/^user (\S+) removed by (\S+) from group (\S+)/, byAdministrator('group-member-removed')],
];

const FAILED =
  /^(?:failed|cannot|can't|unable to) (?:adding|add|to)?.*?(user|group) '?([^',\s]+)'?/;

/** useradd, userdel, usermod, groupadd, groupdel, groupmod, passwd, chpasswd, gpasswd, chage, chfn, chsh. */
export const readAccounts: ProgramReader = (message, event, fields) => {
  event.category = 'iam';
  if (readPam(message, event, fields)) return;
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(message);
    if (found !== null) {
      event.outcome = 'success';
      read(found, event, fields);
      return;
    }
  }
  const failed = FAILED.exec(message);
  if (failed === null) return;
  event.outcome = 'failure';
  event.action = failed[1] === 'user' ? 'user-change' : 'group-change';
  if (failed[1] === 'user') event.user = failed[2];
  else fields.put(FIELD.group, failed[2]);
};
