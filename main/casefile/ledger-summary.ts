import type { LedgerRecord } from './ledger-entries.ts';
import { oneLine } from './one-line.ts';

const number = (n: number): string => n.toLocaleString('en-US');
const bytes = (n: number): string => `${number(n)} ${n === 1 ? 'byte' : 'bytes'}`;
const files = (n: number): string => `${number(n)} ${n === 1 ? 'file' : 'files'}`;
const quoted = (text: string): string => `“${text}”`;

/** One readable line for the appendix and the screen. Names from evidence cannot break or reorder it. */
export const summaryOf = (record: LedgerRecord): string => oneLine(sentence(record));

function sentence(record: LedgerRecord): string {
  switch (record.kind) {
    case 'case-created':
      return `Case ${quoted(record.body.title)} created by ${record.body.analyst.name}`;
    case 'analyst-joined':
      return `${record.body.analyst.name} joined the case with key ${record.body.analyst.id}`;
    case 'lock-taken-over': {
      const { from, why } = record.body;
      const whose = from === undefined ? 'Lock' : `Lock of ${from.analyst} on ${from.host}`;
      return `${whose} taken over: ${why}`;
    }
    case 'heads-lost':
      return `Kept log heads could not be used: heads.json ${record.body.why}`;
    case 'log-repaired': {
      const { log, bytes: length, kept } = record.body;
      return `${log}: ${bytes(length)} after the last whole line cut off and kept in ${kept}`;
    }
    case 'intake-begun': {
      const { paths, source, reason, custody, resumes } = record.body;
      const verb = resumes === undefined ? 'Intake' : 'Interrupted intake taken up again';
      const how = custody === 'copy' ? 'copied into the case' : 'left in place, by reference';
      return `${verb}: ${paths.join(', ')} (${how}); source: ${source || 'not stated'}; reason: ${reason || 'not stated'}`;
    }
    case 'intake-ended': {
      const { cancelled, sealed, duplicates, refused, explanation } = record.body;
      const end = cancelled ? 'Intake cancelled' : 'Intake ended';
      const why = explanation === undefined ? '' : `; ${explanation}`;
      return `${end}: ${files(sealed)} sealed, ${number(duplicates)} already known, ${number(refused)} refused${why}`;
    }
    case 'evidence-sealed': {
      const { index, originalPath, size, custody, sha256, damage } = record.body;
      const how = custody === 'copy' ? 'Sealed' : 'Sealed by reference';
      const but = damage === undefined ? '' : `; ${damage}`;
      return `${how} #${index} ${originalPath}, ${bytes(size)}, SHA-256 ${sha256}${but}`;
    }
    case 'evidence-duplicate':
      return `${record.body.originalPath} has the content of #${record.body.of} and was not read in again`;
    case 'evidence-refused':
      return `Refused ${record.body.originalPath}: ${record.body.explanation}`;
    case 'evidence-parsed':
      return parsed(record.body);
    case 'evidence-verified': {
      const { from, to, altered } = record.body;
      if (altered.length === 0) return `${files(to - from)} hashed again, all as sealed`;
      const which = altered.map((file) => `#${file.index} ${file.detail}`).join('; ');
      return `ALARM: ${files(to - from)} hashed again, ${number(altered.length)} not as sealed: ${which}`;
    }
    case 'report-sealed': {
      const { path, sha256, citations } = record.body;
      return `Report ${path} sealed, SHA-256 ${sha256}, ${number(citations.resolved)} of ${number(citations.total)} citations resolved`;
    }
  }
}

function parsed(body: Extract<LedgerRecord, { kind: 'evidence-parsed' }>['body']): string {
  const { index, state, format, parser, parserVersion, coverage, explanation } = body;
  const by = parser === undefined ? '' : ` with ${parser}@${parserVersion ?? 0}`;
  const what = format === undefined ? '' : ` as ${format}`;
  const gave =
    coverage === undefined
      ? ''
      : `: ${number(coverage.events)} events, ${(coverage.fraction * 100).toFixed(2)} % of its bytes explained`;
  const why = explanation === undefined ? '' : ` (${explanation})`;
  switch (state) {
    case 'done':
      return `Parsed #${index}${what}${by}${gave}${why}`;
    case 'partial':
      return `Parsed #${index} in part${what}${by}${gave}${why}`;
    case 'container':
      return `Opened #${index}${what}${why}`;
    case 'unparsed':
      return `No parser knows #${index}${why}`;
    case 'empty':
      return `#${index} is empty`;
    case 'failed':
      return `Parsing #${index}${what}${by} failed${why}`;
  }
}
