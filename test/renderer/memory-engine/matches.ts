import type { EventFilter } from '#shared/ipc/events.ts';
import type { MarkedRow } from '#shared/model/event.ts';

/** What the memory engine knows of the query language: `and`, `not`, `field:value`, `field:(a or b)`, words. */
const VALUES: { readonly [field: string]: (row: MarkedRow) => readonly string[] } = {
  class: (row) => [row.category],
  host: (row) => (row.host === undefined ? [] : [row.host]),
  user: (row) => (row.user === undefined ? [] : [row.user]),
  code: (row) => (row.code === undefined ? [] : [row.code]),
  level: (row) => (row.level === undefined ? [] : [row.level]),
  channel: (row) => (row.channel === undefined ? [] : [row.channel]),
  provider: (row) => (row.provider === undefined ? [] : [row.provider]),
  'source.ip': (row) => (row.sourceIp === undefined ? [] : [row.sourceIp]),
  'destination.ip': (row) => (row.destinationIp === undefined ? [] : [row.destinationIp]),
  process: (row) => (row.process === undefined ? [] : [row.process]),
  tag: (row) => row.tags,
  evidence: (row) => [['DC1-Security.evtx', 'auth.log', 'access.log'][row.evidence] ?? '?'],
};

export const valuesOf = (field: string, row: MarkedRow): readonly string[] =>
  VALUES[field]?.(row) ?? [];

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1');

function termTest(term: string): (row: MarkedRow) => boolean {
  const negated = /^not\s+(.*)$/i.exec(term);
  if (negated !== null) {
    const inner = termTest(negated[1] ?? '');
    return (row) => !inner(row);
  }
  const field = /^([a-z.]+):(.+)$/i.exec(term);
  const wanted = (text: string): string[] =>
    text
      .replace(/^\((.*)\)$/, '$1')
      .split(/\s+or\s+/i)
      .map((part) => unquoted(part.trim()).toLowerCase());
  if (field === null) {
    const word = unquoted(term).toLowerCase();
    return (row) =>
      `${row.message} ${row.host ?? ''} ${row.user ?? ''}`.toLowerCase().includes(word);
  }
  const any = wanted(field[2] ?? '');
  return (row) =>
    valuesOf(field[1] ?? '', row).some(
      (value) => any.includes(value.toLowerCase()) || any.includes('*'),
    );
}

export function matcher({ query, from, to }: EventFilter): (row: MarkedRow) => boolean {
  const tests = query
    .split(/\s+and\s+/i)
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map(termTest);
  return (row) =>
    (from === undefined || (row.time !== undefined && row.time >= from)) &&
    (to === undefined || (row.time !== undefined && row.time < to)) &&
    tests.every((test) => test(row));
}
