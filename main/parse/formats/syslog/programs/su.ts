import type { FieldList } from '../../../field-list.ts';
import type { ParsedEvent } from '../../../parser.ts';
import { FIELD } from '../fields.ts';
import { readPam } from './pam.ts';
import type { ProgramReader } from './program.ts';

/** `who` becomes `whom`; each implementation has its own words. */
const FORMS: readonly (readonly [
  pattern: RegExp,
  who: number,
  whom: number,
  tty: number,
  outcome: 'success' | 'failure',
])[] = [
  [/^FAILED SU \(to (\S+)\) (\S+) on (\S+)/, 2, 1, 3, 'failure'],
  [/^\(to (\S+)\) (\S+) on (\S+)/, 2, 1, 3, 'success'],
  [/^Successful su for (\S+) by (\S+)/, 2, 1, 0, 'success'],
  [/^FAILED su for (\S+) by (\S+)/, 2, 1, 0, 'failure'],
  [/^'su (\S+)' failed for (\S+) on (\S+)/, 2, 1, 3, 'failure'],
  [/^'su (\S+)' succeeded for (\S+) on (\S+)/, 2, 1, 3, 'success'],
  [/^BAD SU (\S+) to (\S+)(?: on (\S+))?/, 1, 2, 3, 'failure'],
  [/^(\S+) to (\S+) on (\S+)$/, 1, 2, 3, 'success'],
  [/^\+ (\S+) ([^\s:]+)[:-](\S+)/, 2, 3, 1, 'success'],
  [/^- (\S+) ([^\s:]+)[:-](\S+)/, 2, 3, 1, 'failure'],
];

export const readSu: ProgramReader = (message, event, fields) => {
  event.category = 'authentication';
  if (readPam(message, event, fields)) {
    if (event.action === 'login') event.action = 'su';
    return;
  }
  for (const [pattern, who, whom, tty, outcome] of FORMS) {
    const found = pattern.exec(message);
    if (found !== null) {
      set(event, fields, outcome, found[who], found[whom], tty === 0 ? undefined : found[tty]);
      return;
    }
  }
};

function set(
  event: ParsedEvent,
  fields: FieldList,
  outcome: 'success' | 'failure',
  who: string | undefined,
  whom: string | undefined,
  tty: string | undefined,
): void {
  event.action = 'su';
  event.outcome = outcome;
  event.user = who;
  fields.put(FIELD.effectiveUser, whom);
  fields.put(FIELD.tty, tty);
}
