import { FIELD } from '../fields.ts';
import { type ProgramReader, setSource } from './program.ts';

const CLIENT =
  /(?:^|: )client (?:@0x[0-9a-f]+ )?([0-9a-fA-F:.]+)#(\d+)(?: \(([^)]*)\))?(?:: view [^:]+)?: (.*)$/;
const QUERY = /^query: (\S+) (\S+) (\S+)/;
const DENIED =
  /^(?:query \(cache\)|query|zone transfer|update|notify|updating zone|transfer of)? ?'?([^/'\s]+)(?:\/(\S+?)\/\S+)?'?.* denied/;

/** BIND 9: who asked which name, and what was refused. */
export const readNamed: ProgramReader = (message, event, fields) => {
  event.category = 'network';
  const found = CLIENT.exec(message);
  if (found === null) return;
  const [, address = '', port, name, what = ''] = found;
  setSource(event, fields, address, port);
  if (name !== undefined) fields.put(FIELD.questionName, name);
  const query = QUERY.exec(what);
  if (query !== null) {
    event.action = 'dns-query';
    fields.put(FIELD.questionName, query[1]);
    fields.put(FIELD.questionType, query[3]);
    return;
  }
  if (!what.includes('denied') && !what.includes('refused')) return;
  event.action = 'dns-query';
  event.outcome = 'failure';
  fields.put(FIELD.reason, what);
  const denied = DENIED.exec(what);
  if (denied?.[1] !== undefined) fields.put(FIELD.questionName, denied[1]);
  if (denied?.[2] !== undefined) fields.put(FIELD.questionType, denied[2]);
};
