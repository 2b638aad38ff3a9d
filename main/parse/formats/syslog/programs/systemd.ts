import { FIELD } from '../fields.ts';
import type { ProgramReader } from './program.ts';

const NEW_SESSION = /^New session (\S+) of user (\S+?)\.$/;
const END_SESSION = /^(?:Removed session (\S+?)\.|Session (\S+) logged out\b.*)$/;
const POWER =
  /^(?:System is (powering (?:off|down)|rebooting|halting|suspending)|(Power key|Reboot key) pressed)/i;

export const readLogind: ProgramReader = (message, event, fields) => {
  event.category = 'session';
  const opened = NEW_SESSION.exec(message);
  if (opened !== null) {
    event.action = 'session-start';
    event.outcome = 'success';
    event.user = opened[2];
    fields.put(FIELD.session, opened[1]);
    return;
  }
  const ended = END_SESSION.exec(message);
  if (ended !== null) {
    event.action = ended[1] === undefined ? 'session-logout' : 'session-end';
    fields.put(FIELD.session, ended[1] ?? ended[2]);
    return;
  }
  if (POWER.test(message)) {
    event.category = 'host';
    event.action = 'host-shutdown';
  }
};

const SESSION_UNIT =
  /^(Started|Stopped|Starting|Stopping) (?:session-\S+ - )?Session (\S+) of [Uu]ser (\S+?)\.$/;
const JOB =
  /^(Starting|Started|Stopping|Stopped|Finished|Reloading|Reloaded|Listening on|Closed|Mounting|Mounted|Unmounting|Unmounted|Reached target|Created slice|Removed slice|Activated swap|Failed to start|Dependency failed for) (.*?)(?:\.\.\.|\.)?$/;
const UNIT =
  /^([\w@:\\.-]+\.(?:service|socket|timer|mount|scope|slice|target|path|device|swap)): (.*)$/;
const UNIT_IN_TEXT =
  /^([\w@:\\.-]+\.(?:service|socket|timer|mount|scope|slice|target|path|device|swap))(?: - |$)/;

const ACTIONS: { readonly [verb: string]: string } = {
  Starting: 'service-starting',
  Started: 'service-started',
  Stopping: 'service-stopping',
  Stopped: 'service-stopped',
  Finished: 'service-finished',
  Reloading: 'service-reloading',
  Reloaded: 'service-reloaded',
  'Failed to start': 'service-start',
  'Dependency failed for': 'service-start',
};

/** systemd as pid 1 or as a user's manager: jobs of units and what became of their processes. */
export const readSystemd: ProgramReader = (message, event, fields) => {
  event.category = 'host';
  const session = SESSION_UNIT.exec(message);
  if (session !== null) {
    event.category = 'session';
    event.action = session[1]?.startsWith('Start') === true ? 'session-start' : 'session-end';
    event.user = session[3];
    fields.put(FIELD.session, session[2]);
    return;
  }
  const unit = UNIT.exec(message);
  if (unit !== null) {
    const [, name, what = ''] = unit;
    fields.put(FIELD.service, name);
    if (
      /^(?:Failed|Main process exited|Control process exited|Start request repeated)/.test(what)
    ) {
      event.action = 'service-exit';
      if (!/status=0\b/.test(what)) event.outcome = 'failure';
      fields.put(FIELD.reason, what);
    } else if (/^(?:Succeeded|Deactivated successfully)/.test(what)) {
      event.action = 'service-exit';
      event.outcome = 'success';
    }
    return;
  }
  const job = JOB.exec(message);
  if (job === null) return;
  const [, verb = '', name = ''] = job;
  const action = ACTIONS[verb];
  if (action !== undefined) {
    event.action = action;
    if (verb.startsWith('Fail') || verb.startsWith('Dep')) event.outcome = 'failure';
    else if (verb.endsWith('ed')) event.outcome = 'success';
  }
  fields.put(FIELD.service, UNIT_IN_TEXT.exec(name)?.[1] ?? name);
};
